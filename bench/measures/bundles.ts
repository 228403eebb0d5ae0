import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../lib/bundle.ts'
import { type Figure, type Measure, median } from '../measure.ts'

const limits = new Map([
  ['receive-webhook', 650],
  ['serve-api', 1200],
  ['record-contact', 1200],
])
const otherLimit = 500
const imports = 7

/** The very bundles that are deployed, imported by a fresh process each time. */
export const bundles: Measure = { name: 'bundles', about: 'size and import time of each function', run }

async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bundles-'))
  try {
    return functionNames().flatMap(name => bundleFigures(name, join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function functionNames(): string[] {
  const functions = fileURLToPath(new URL('../../functions', import.meta.url))
  return readdirSync(functions).filter(name => name !== 'kit')
}

function bundleFigures(name: string, folder: string): Figure[] {
  bundle(name, folder)
  const file = join(folder, 'index.mjs')
  const most = limits.get(name) ?? otherLimit
  const times = Array.from({ length: imports }, () => importTime(file))
  return [
    { name: `${name}: bundle, minified`, value: statSync(file).size / 1000, unit: 'KB', reach: { most } },
    { name: `${name}: import`, value: median(times), unit: 'ms', reach: { most: 150 } },
  ]
}

/** Without the start of Node itself. */
function importTime(file: string): number {
  const code = `const t=performance.now();await import(${JSON.stringify(file)});console.log(performance.now()-t);process.exit()`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the bundle does not load: ${stderr}`)
  return Number(stdout)
}
