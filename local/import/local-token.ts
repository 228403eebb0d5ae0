import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ApiError } from './api-client.ts'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../token.ts', import.meta.url))

/** Shorter than any token is valid for. */
const keepMs = 300_000

/** Tokens of an operator of the stack on this machine, as `npm run token` makes them; a long import gets several. */
export function localTokens(now: () => number): () => Promise<string> {
  let kept: { token: Promise<string>; until: number } | undefined
  return () => {
    if (kept === undefined || kept.until < now()) kept = { token: makeToken(), until: now() + keepMs }
    return kept.token
  }
}

async function makeToken(): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [command, 'operator', '--as', 'import'])
    return stdout.trim()
  } catch (error) {
    const cause = error instanceof Error ? error.message : `${error}`
    throw new ApiError(`no token could be made for the stack on this machine; name one with --token (${cause})`)
  }
}
