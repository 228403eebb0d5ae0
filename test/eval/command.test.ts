import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const main = fileURLToPath(new URL('../../bench/eval/main.ts', import.meta.url))
const run = (...args: string[]) => {
  const env = { ...process.env, THROUGHLINE_CORPUS: '/nowhere' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env })
  return { status, stdout, stderr }
}

const resultSchema = z.strictObject({ suite: z.string(), n: z.int(), metrics: z.record(z.string(), z.number()) })

describe('npm run eval', () => {
  test('prints one JSON object; references that lie nowhere are counted as absent', () => {
    const first = run('brief', '--seed', '2', '--json')
    expect(first.status).toBe(0)
    const { suite, n, metrics } = resultSchema.parse(JSON.parse(first.stdout))
    expect({ suite, n, real: metrics['real.n'] }).toEqual({ suite: 'brief', n: 240, real: 0 })
    expect(metrics['real.absent']).toBeGreaterThanOrEqual(40)
    expect(Object.keys(metrics)).toEqual(expect.arrayContaining(['recall', 'wrong', 'stale', 'words']))
  })

  test('explains itself', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--seed N') })
  })

  test.each([
    [['briefs'], 'There is no suite named briefs.'],
    [[], 'There is no suite named nothing.'],
    [['brief', 'matters'], 'There is no suite named brief matters.'],
    [['brief', '--seed', 'one'], 'A seed is a whole number from 0 on, not one.'],
  ])('%j is refused with the list of suites', (args, why) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(why)
    expect(stderr).toMatch(/\n {2}brief .*\n {2}matters /)
  })
})
