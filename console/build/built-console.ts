import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'cdk.out', 'console')

/** All that the console is made from. */
const inputs = ['console', 'core', 'package-lock.json']
/** A stack serves its folder for as long as it runs: none is dropped that was built or begun with within the day. */
const keptMs = 24 * 3_600_000

/**
 * The folder with the console as browsers load it. Made once for each state of the sources, which takes some seconds,
 * and found again after that. Rejects with what Vite says.
 */
export async function builtConsole(): Promise<string> {
  const folder = join(cache, contentHash())
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  mkdirSync(cache, { recursive: true })
  const unfinished = join(cache, `unfinished-${process.pid}`)
  // Whatever runs this, tests among them: React is three times as large where it is not said to be for production.
  const env = { ...process.env, NODE_ENV: 'production' }
  await run(process.execPath, ['console/build/build.ts', unfinished], { cwd: root, env })
  settle(unfinished, folder)
  dropOld(folder)
  return folder
}

/** Another build may have been faster with the same sources. */
function settle(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function dropOld(current: string): void {
  const others = readdirSync(cache)
    .map(name => join(cache, name))
    .filter(path => path !== current && Date.now() - statSync(path).mtimeMs > keptMs)
  for (const old of others) rmSync(old, { recursive: true, force: true })
}

function contentHash(): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(input => filesBelow(join(root, input)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 24)
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesBelow(join(path, name)))
}
