import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import { bundle } from '../../lib/bundle.ts'
import { writeOutKeys } from '../../lib/bundling/constant-keys.ts'
import { bundleOptions } from '../../lib/bundling/options.ts'

/** Kilobytes that a bundle may have; a cold start reads all of it. What reads words carries the numbering plans of the world. */
const most: Record<string, number> = {
  'receive-webhook': 650,
  'serve-api': 1200,
  'record-contact': 1200,
  'join-conversation': 750,
  'run-automation': 900,
  'deliver-hook': 650,
  'ask-surveys': 750,
  'send-reply': 750,
  'serve-reports': 650,
  'send-digests': 700,
  'write-archive': 550,
  'project-reports': 800,
  'audit-reports': 800,
}
const mostOfOthers = 500

const folder = mkdtempSync(join(tmpdir(), 'throughline-bundles-'))
afterAll(() => rmSync(folder, { recursive: true }))

const names = readdirSync(new URL('../../functions', import.meta.url), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'kit')
  .map(entry => entry.name)

describe('bundles', () => {
  // By the options of the command, but beside each other, without a process for each.
  it.concurrent.each(names)('%s is small and exports its handler', async name => {
    const output = join(folder, name)
    await build(bundleOptions(name, output))
    const file = join(output, 'index.mjs')
    expect(statSync(file).size / 1000).toBeLessThanOrEqual(most[name] ?? mostOfOthers)
    expect(await import(pathToFileURL(file).href)).toHaveProperty('handler', expect.any(Function))
  })

  it.each([
    ['index-search', 'model-insights', 'modelSentiment'],
    ['learn-topics', 'model-insights', 'modelNames'],
    ['serve-api', 'model-briefs', 'modelBriefs'],
  ])('%s finds what asks a model in a file beside it', async (name, beside, asks) => {
    const output = join(folder, 'parted', name)
    await build(bundleOptions(name, output))
    expect(readFileSync(join(output, 'index.mjs'), 'utf8')).toContain(`import("./${beside}.mjs")`)
    const part = await import(pathToFileURL(join(output, `${beside}.mjs`)).href)
    expect(part).toHaveProperty(asks, expect.any(Function))
  })

  it('are made by a command, too', () => {
    bundle('count-conversations', join(folder, 'commanded'))
    expect(statSync(join(folder, 'commanded', 'index.mjs')).size).toBeGreaterThan(0)
  })

  it('of a function that does not exist is refused by name', () => {
    expect(() => bundle('no-such-function', folder)).toThrow('functions/no-such-function cannot be bundled')
  })
})

describe('keys of the schemas of the AWS SDK', () => {
  it('that are constants of the file are written out', () => {
    const text = 'const _a = "alpha";\nexport var X$ = [{ [_a]: 1, [_a]: { [_a]: 2 } }];'
    expect(writeOutKeys(text)).toBe('const _a = "alpha";\nexport var X$ = [{ "alpha": 1, "alpha": { "alpha": 2 } }];')
  })

  it('that are not, stay', () => {
    const text = 'const _a = other();\nconst x = { [_a]: 1, [_b]: 2, [key]: 3 }'
    expect(writeOutKeys(text)).toBe(text)
  })
})
