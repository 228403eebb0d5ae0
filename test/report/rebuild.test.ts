import { expect, test } from 'vitest'
import { everyCustomer, forgetGeneration } from '../../adapters/dynamodb/report-generation.ts'
import { readReportSettings, writeReportSettings } from '../../adapters/dynamodb/report-settings.ts'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { Random } from '../../bench/world/random.ts'
import { rebuild } from '../../core/report/rebuild.ts'
import { cellsOf, differences, makeCompany, withoutBuckets } from './company.ts'
import { makeLife } from './life.ts'

test('a rebuild makes the same cells anew, mends what was wrong, and takes the old ones away', async () => {
  const table = memoryTable()
  const random = new Random('rebuild')
  const company = makeCompany({ table })
  const life = makeLife(company, random, { people: 5, days: 40, contacts: 20, jitter: 2 })
  for (let n = 0; n < 20; n++) await life.happen(10)
  await company.joinConversations()
  await company.drain(random, () => 1)
  await reportStore(table, 1).commit({
    vectors: [],
    delta: new Map([['day|all|2026-01-05|0', new Map([['a|i|all', 7]])]]),
  })
  const told: number[] = []
  const folded = await rebuild(
    {
      settings: () => readReportSettings(table),
      write: (next, was) => writeReportSettings(table, next, was),
      projecting: ({ number, zone }) => ({
        ...company.deps,
        generations: async () => [{ store: reportStore(table, number), zone }],
      }),
      customers: current => everyCustomer(table, current),
      followed: async () => undefined,
      forget: (old, customers) => forgetGeneration(table, old, customers),
      progress: done => void told.push(done),
    },
    'Europe/Berlin',
  )
  expect(folded).toBeGreaterThan(3)
  expect(told.at(-1)).toBe(folded)
  expect(await readReportSettings(table)).toMatchObject({ current: { number: 2, zone: 'Europe/Berlin' } })
  expect(differences(await cellsOf(table, 2), withoutBuckets(await company.recomputed()))).toEqual([])
  expect((await cellsOf(table, 1)).size).toBe(0)
})
