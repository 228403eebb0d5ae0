import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { StartError } from '../start-error.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'cdk.out', 'local')

/** All that an app is made from. */
const inputs = ['bin', 'lib', 'functions', 'core', 'adapters', 'console/serving', 'cdk.json', 'package-lock.json']
const kept = 3

/**
 * The folder with the synthesized app: the very template and bundles that would be deployed. Made once for each state
 * of the sources, which takes a few seconds, and found again after that. Throws `StartError` with what cdk says.
 */
export async function synthesizedApp(): Promise<string> {
  const folder = join(cache, contentHash())
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const unfinished = join(cache, `unfinished-${process.pid}`)
  await synthesize(unfinished)
  settle(unfinished, folder)
  dropOldest(folder)
  return folder
}

async function synthesize(folder: string): Promise<void> {
  const env = { ...process.env, CDK_OUTDIR: folder, CDK_VALIDATION: 'false' }
  try {
    await run(process.execPath, ['bin/throughline.ts'], { cwd: root, env })
  } catch (error) {
    throw new StartError(`The app cannot be synthesized:\n${error instanceof Error ? error.message : error}`)
  }
}

/** Another start may have been faster with the same sources. */
function settle(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function dropOldest(current: string): void {
  const others = readdirSync(cache)
    .map(name => join(cache, name))
    .filter(path => path !== current && !path.includes('unfinished'))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of others.slice(kept - 1)) rmSync(old, { recursive: true, force: true })
}

function contentHash(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(input => filesBelow(join(root, input)))) {
    hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 24)
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesBelow(join(path, name)))
}
