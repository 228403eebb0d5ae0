import { describe, expect, test } from 'vitest'
import { recordedStreams } from '../../adapters/dynamodb/recorded-streams.ts'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { Random } from '../../bench/world/random.ts'
import { auditMonth } from '../../core/report/audit.ts'
import { auditNightly, ReportsDiffer } from '../../core/report/audit-months.ts'
import { itemName } from '../../core/report/expand.ts'
import type { Refold } from '../../core/report/message.ts'
import { mail } from '../timeline/contacts.ts'
import { makeCompany } from './company.ts'
import { makeLife } from './life.ts'

const month = '2026-01'

/** A company with two months of reports, and its audit at the end of the second. */
async function audited() {
  const table = memoryTable()
  const random = new Random('audit')
  const company = makeCompany({ table })
  const life = makeLife(company, random, { people: 6, days: 40, contacts: 20, jitter: 1 })
  for (let n = 0; n < 20; n++) await life.happen(20)
  await company.joinConversations()
  await company.drain(random, () => 1)
  const queued: Refold[] = []
  const [kept] = await company.deps.generations()
  if (kept === undefined) throw new Error('no generation is kept')
  const deps = {
    reads: company.deps.reads,
    current: async () => kept,
    store: async () => kept.store,
    recorded: (within: { from: string; to: string }) => recordedStreams(table, within),
    queue: async (works: Refold[]) => void queued.push(...works),
    now: () => '2026-01-31T12:00:00.000Z',
    settle: async () => undefined,
    tell: () => undefined,
  }
  return { company, random, deps, queued, store: reportStore(table, 1), table }
}

describe('the nightly audit', () => {
  test('finds nothing where all is well', async () => {
    const { deps } = await audited()
    const found = await auditMonth(deps, month)
    expect(found).toMatchObject({ behind: 0, wrong: 0 })
    expect(found.cells).toBeGreaterThan(100)
    expect(await auditNightly(deps)).toBeGreaterThan(100)
  })

  test('finds a cell that is off, and fails', async () => {
    const { deps, store } = await audited()
    const item = itemName({ grain: 'day', group: 'all', period: '2026-01-10', bucket: 0 })
    await store.commit({ vectors: [], delta: new Map([[item, new Map([['a|i|all', 1]])]]) })
    expect(await auditMonth(deps, month)).toMatchObject({ behind: 0, wrong: 1 })
    await expect(auditNightly(deps)).rejects.toThrow(ReportsDiffer)
  })

  test('does not call cells wrong that grow while they are read', async () => {
    const { deps, company, random, store } = await audited()
    const [at, receivedAt] = ['2026-01-10T09:00:00.000Z', '2026-01-10T09:00:01.000Z']
    let come = 0
    const arrive = async () => {
      const name = `late${come++}`
      const from = { identifier: { type: 'email' as const, value: `${name}@example.com` } }
      await company.world.record(mail(name, { from, occurredAt: at, receivedAt }))
      await company.drain(random, () => 1)
    }
    // One more each time the cells of all contacts by day are read, which is after the contributions were.
    const growing: typeof store = {
      ...store,
      cells: async wanted => {
        if (wanted.grain === 'day' && wanted.group === 'all') await arrive()
        return store.cells(wanted)
      },
    }
    const current = async () => ({ ...(await deps.current()), store: growing })
    expect(await auditMonth({ ...deps, current }, month)).toMatchObject({ behind: 0, wrong: 0 })
    expect(come).toBe(2)
  })

  test('finds a customer whose changes were never told, and has them folded again', async () => {
    const { deps, company, random, queued } = await audited()
    const life = makeLife(company, random, { people: 6, days: 40, contacts: 20, jitter: 1 })
    for (let n = 0; n < 15; n++) await life.happen(20)
    await company.joinConversations()
    company.waiting.reports.length = 0
    expect((await auditMonth(deps, month)).behind).toBeGreaterThan(0)
    company.waiting.reports.push(...queued)
    await company.drain(random, () => 1)
    expect(await auditMonth(deps, month)).toMatchObject({ behind: 0, wrong: 0 })
  })
})
