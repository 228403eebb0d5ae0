import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Random } from '../../bench/world/random.ts'
import { differences, makeCompany, withoutBuckets } from './company.ts'
import { makeLife } from './life.ts'

const seeds = fc.integer({ min: 0, max: 1_000_000 })

/** Lives through so many contacts, told in any order, and says which cells differ from a full recompute. */
async function wrongAfter(contacts: number, seed: number): Promise<string[]> {
  const random = new Random(`rollups ${seed}`)
  const company = makeCompany()
  const life = makeLife(company, random, { people: 8, days: 30, contacts, jitter: 40 })
  for (let n = 0; n < contacts; n++) {
    await life.happen(10)
    if (random.chance(0.3)) await company.joinConversations()
    if (random.chance(0.3)) await company.drain(random, () => random.between(1, 3))
  }
  await company.joinConversations()
  await company.drain(random, () => random.between(1, 3))
  return differences(await company.kept(), withoutBuckets(await company.recomputed()))
}

describe('rollups', () => {
  test('equal a full recompute, whatever happened in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async seed => {
        expect(await wrongAfter(40, seed)).toEqual([])
      }),
      { numRuns: 4 },
    )
  })
})
