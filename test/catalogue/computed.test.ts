import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { reportQuerySchema, reportSchema } from '../../core/api/report.ts'
import type { CatalogueReads } from '../../core/catalogue/catalogue-reads.ts'
import { dispersionOf, effectOf } from '../../core/catalogue/reports/effect.ts'
import { runReport } from '../../core/catalogue/run-report.ts'
import type { TopicTexts } from '../../core/catalogue/topic-reads.ts'
import type { MentionCount } from '../../core/listening/listening.ts'
import type { Atom } from '../../core/report/cells.ts'
import { daysLater } from '../../core/report/zone.ts'
import { kept } from './kept.ts'

const now = '2026-03-31T12:00:00.000Z'
const table = memoryTable()
const stores = { campaigns: campaignStore(table), listening: listeningStore(table) }

async function ask(atoms: readonly Atom[], name: string, query: object, more: Partial<CatalogueReads> = {}) {
  const store = await kept(atoms)
  const reads = { ...stores, currentReports: async () => ({ store, zone: 'Europe/London' }), ...more }
  return reportSchema.parse(await runReport(reads, name, reportQuerySchema.parse(query), now))
}

const contacts = (n: number, day: string, dims: Atom['dims'], hour = 9): Atom => ({
  ...{ hour: `${day}T${String(hour).padStart(2, '0')}`, day, dims, buckets: { load: hour } },
  counts: { inbound: n, ...(dims.visit === 'first' && { firstVisits: n }) },
})

const march = { from: '2026-03-01', to: '2026-03-28' }
const topics = { describe: async () => new Map([['t1', { label: 'leaking kettle' }]]), examples: async () => [] }

test('a topic rises when its share of all matters grows by more than chance; a busy month raises none', async () => {
  const world = [
    ...[contacts(20, '2026-02-10', { topic: 't1' }), contacts(480, '2026-02-10', { topic: 't2' })],
    ...[contacts(90, '2026-03-10', { topic: 't1', visit: 'first' }), contacts(910, '2026-03-10', { topic: 't2' })],
  ]
  const { rows } = await ask(world, 'topics', march, { topics })
  const find = (figure: string, key: string) => rows.find(row => row.figure === figure && row.key === key)
  expect(find('asked', 't1')).toMatchObject({ label: 'leaking kettle', value: 90, tag: 'rising' })
  expect(find('asked-share', 't1')?.change).toMatchObject({ significant: true })
  expect(find('first-time', 't1')).toMatchObject({ value: 1, n: 90 })
  const busy = world.map(atom =>
    atom.day < '2026-03' ? atom : contacts(atom.dims.topic === 't1' ? 40 : 960, atom.day, atom.dims),
  )
  expect((await ask(busy, 'topics', march)).rows.filter(({ tag }) => tag !== undefined)).toEqual([])
})

test('topics that people merged are one, contacts of both and visits too', async () => {
  const world = [
    ...[contacts(5, '2026-03-10', { topic: 't1', visit: 'first' }), contacts(7, '2026-03-10', { topic: 't2' })],
    ...[contacts(2, '2026-02-10', { topic: 't2' })],
  ]
  const kettle = { label: 'leaking kettle', now: 't1' }
  const describe = async () =>
    new Map<string, TopicTexts>([
      ['t1', { label: 'leaking kettle' }],
      ['t2', kettle],
    ])
  const { rows } = await ask(world, 'topics', march, { topics: { ...topics, describe } })
  expect(rows.filter(({ figure }) => figure === 'asked')).toMatchObject([
    { key: 't1', value: 12, before: { value: 2 } },
  ])
  expect(rows.find(({ figure }) => figure === 'first-time')).toMatchObject({ value: 5 / 12, n: 12 })
})

test('the effect of a campaign is what its control did not do too', async () => {
  await stores.campaigns.write({
    ...{ v: 1, id: 'spring', name: 'Spring', channels: ['email'], window: { from: '2026-03-01', until: '2026-03-14' } },
    ...{ segment: { by: 'country', value: 'GB' }, control: { by: 'country', value: 'IE' } },
  })
  const world = Array.from({ length: 28 }, (_, n) => daysLater('2026-02-15', n)).flatMap(day => {
    const grown = day >= '2026-03-01'
    return [contacts(grown ? 60 : 20, day, { country: 'GB' }), contacts(grown ? 30 : 20, day, { country: 'IE' })]
  })
  const { totals, period, before } = await ask(world, 'campaign-effect', { campaign: 'spring' })
  expect({ period, before }).toEqual({
    period: { from: '2026-03-01', to: '2026-03-14' },
    before: { from: '2026-02-15', to: '2026-02-28' },
  })
  expect(totals[0]?.value).toBeCloseTo(2, 9)
  expect(totals[0]?.interval?.low).toBeGreaterThan(1)
})

test('days that differ much make the interval of an effect wider, never narrower than Poisson', () => {
  const days = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 28 })
  fc.assert(
    fc.property(days, days, (now, before) => {
      const { value = Number.NaN, interval } = effectOf({ now, before })
      expect(interval?.low).toBeLessThanOrEqual(value)
      expect(interval?.high).toBeGreaterThanOrEqual(value)
      expect(dispersionOf([now, before])).toBeGreaterThanOrEqual(1)
      const swapped = effectOf({ now: before, before: now })
      expect((swapped.value ?? 0) * value).toBeCloseTo(1, 9)
    }),
    { numRuns: 50 },
  )
  expect(effectOf({ now: [0, 0], before: [3] })).toEqual({ n: 3 })
})

test('share of voice is ours of the whole panel, network by network, and adds up to one', async () => {
  const panel = {
    ...{ v: 1 as const, id: 'spring', period: { from: '2026-01-01', until: '2026-06-30' }, networks: ['mastodon'] },
    members: [
      { id: 'us', name: 'The Shop', own: true },
      { id: 'them', name: 'Other Shop', own: false },
    ],
    ...{ lockedAt: now, lockedBy: 'anna' },
  }
  await stores.listening.lockPanel(panel)
  const count = (day: string, member: string, mentions: number) => ({
    ...{ v: 1 as const, panel: 'spring', day, network: 'mastodon', member, mentions, asOf: now },
  })
  await stores.listening.keep([
    count('2026-03-02', 'us', 30),
    count('2026-03-03', 'us', 10),
    count('2026-03-02', 'them', 60),
  ])
  await stores.listening.keep([count('2026-02-02', 'us', 10), count('2026-02-02', 'them', 90)])
  const { totals, rows } = await ask([], 'share-of-voice', march)
  expect(totals[0]).toMatchObject({
    figure: 'voice',
    value: 0.4,
    n: 100,
    before: { value: 0.1 },
    change: { significant: true },
  })
  const shares = rows.filter(({ figure }) => figure === 'voice')
  expect(shares).toMatchObject([
    { key: 'mastodon', other: 'them', otherLabel: 'Other Shop', value: 0.6 },
    { key: 'mastodon', other: 'us', otherLabel: 'The Shop', value: 0.4 },
  ])
})

describe('share of voice over a year', () => {
  const members = (...others: string[]) => [
    { id: 'us', name: 'The Shop', own: true },
    ...others.map(id => ({ id, name: id, own: false })),
  ]
  const locked = { v: 1 as const, networks: ['mastodon', 'x'], lockedAt: now, lockedBy: 'anna' }
  const year = { from: '2025-04-01', to: '2026-03-31' }
  const count = (panel: string, day: string, member: string, more: Partial<MentionCount>): MentionCount => ({
    ...{ v: 1, panel, day, network: 'x', member, mentions: 10, asOf: now, ...more },
  })

  async function counted() {
    const { table: watched, queries } = queriesOf(memoryTable())
    const listening = listeningStore(watched)
    const [old, recent] = [
      { from: '2024-01-01', until: '2025-10-14' },
      { from: '2025-10-15', until: '2026-12-31' },
    ]
    await listening.lockPanel({ ...locked, id: 'old', period: old, members: members('them') })
    await listening.lockPanel({ ...locked, id: 'recent', period: recent, members: members('them', 'others') })
    await listening.keep([
      ...[count('old', '2024-03-31', 'us', { mentions: 1000 }), count('old', '2024-04-01', 'us', { mentions: 20 })],
      ...[count('old', '2025-03-31', 'them', { mentions: 180 }), count('old', '2025-04-01', 'us', { mentions: 100 })],
      ...[count('old', '2025-10-14', 'them', { positive: 4 }), count('recent', '2025-10-15', 'them', { mentions: 90 })],
      ...[count('recent', '2025-10-31', 'us', { mentions: 50, positive: 30, negative: 10 })],
      ...[count('recent', '2026-03-30', 'others', { network: 'mastodon', mentions: 150 })],
      count('recent', '2026-04-01', 'us', { mentions: 1000 }),
    ])
    return { listening, queries }
  }

  test('is of all its months and panels, beside the year before, in few Queries', async () => {
    const { listening, queries } = await counted()
    const asked = queries()
    const { totals, rows, before, notes } = await ask([], 'share-of-voice', year, { listening })
    expect(queries() - asked).toBe(3)
    expect(before).toEqual({ from: '2024-04-01', to: '2025-03-31' })
    expect(totals).toMatchObject([
      { figure: 'voice', value: 150 / 400, n: 400, before: { value: 0.1, n: 200 }, change: { significant: true } },
      { figure: 'mentions', value: 150, before: { value: 20 }, change: { difference: 130 } },
      { figure: 'voice-sentiment', value: 40, n: 50 },
    ])
    expect(rows.filter(({ figure }) => figure === 'voice')).toMatchObject([
      { key: 'mastodon', other: 'others', value: 1, n: 150 },
      { key: 'x', other: 'us', otherLabel: 'The Shop', value: 0.6, before: { value: 0.1 } },
      { key: 'x', other: 'them', value: 0.4, before: { value: 0.9 } },
    ])
    expect(notes).toEqual([
      'More than one panel counts in these days: their shares are of different wholes.',
      'No panel covers all of these days.',
    ])
  })

  test('by months: each with its counts, those of panels that changed in it together', async () => {
    const { listening } = await counted()
    const query = { ...year, grain: 'month', value: 'x' }
    const { rows, totals } = await ask([], 'share-of-voice', query, { listening })
    expect(totals[1]).toMatchObject({ figure: 'mentions', value: 150 })
    const mentions = rows.filter(({ figure }) => figure === 'mentions')
    expect(mentions.map(({ period, other, value }) => [period, other, value])).toEqual([
      ['2025-04', 'us', 100],
      ['2025-10', 'them', 100],
      ['2025-10', 'us', 50],
    ])
  })

  test.each([{ from: '2025-04-02' }, { to: '2026-03-30' }, { grain: 'day' }])(
    'is refused with %o: over 92 days it is read by whole months',
    async more => {
      const later = { ...stores, listening: (await counted()).listening }
      const asked = runReport(
        { ...later, currentReports: async () => ({ store: await kept([]), zone: 'Europe/London' }) },
        'share-of-voice',
        reportQuerySchema.parse({ ...year, ...more }),
        '2026-05-01T12:00:00.000Z',
      )
      await expect(asked).rejects.toThrow(
        'Periods over 92 days are read by whole months: ask for from=2025-04-01&to=2026-03-31&grain=month, or for fewer days.',
      )
    },
  )

  test('of a quarter is read by days: the last month may be a part of one', async () => {
    const { listening } = await counted()
    const quarter = { from: '2025-10-10', to: '2025-12-31' }
    const { totals } = await ask([], 'share-of-voice', quarter, { listening })
    expect(totals[1]).toMatchObject({ figure: 'mentions', value: 50, n: 50 })
    expect(totals[0]).toMatchObject({ value: 50 / 150, n: 150 })
  })
})

/** A table that counts the Queries it is asked. */
function queriesOf(table: Table): { table: Table; queries: () => number } {
  let asked = 0
  const query: Table['query'] = range => {
    asked++
    return table.query(range)
  }
  return { table: { ...table, query }, queries: () => asked }
}

test('credit of departments adds up to the total by every model', async () => {
  const credit = (department: string, part: number): Atom => ({
    ...{ hour: '2026-03-03T09', day: '2026-03-03', dims: { department } },
    counts: { creditLinear: part, creditPosition: part, creditTimeDecay: part, creditShapley: part },
  })
  const { totals, rows } = await ask([credit('service', 333_333), credit('sales', 666_667)], 'shared-credit', march)
  expect(totals).toHaveLength(4)
  for (const { figure, value } of totals) {
    const parts = rows.filter(row => row.figure === figure)
    expect(parts.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(value)
    expect(value).toBe(1_000_000)
  }
})

test('the forecast of a rhythm that never changes is that rhythm, hour by hour in UTC', async () => {
  const world = Array.from({ length: 56 }, (_, n) => daysLater('2026-03-30', -n)).map(day =>
    contacts(1, day, { channel: 'phone' }, 8),
  )
  const { rows, totals } = await ask(world, 'workload-forecast', {})
  expect(totals).toMatchObject([{ figure: 'forecast-error', key: 'phone', value: 0, before: { value: 0 } }])
  expect(rows).toHaveLength(7 * 24)
  expect(rows.filter(({ value = 0 }) => value > 0).map(({ period }) => period)).toEqual(
    Array.from({ length: 7 }, (_, n) => `${daysLater('2026-04-01', n)}T08:00:00.000Z`),
  )
})

test('of less than three weeks there is no forecast, and it says so', async () => {
  const { rows, notes } = await ask([contacts(1, '2026-03-30', { channel: 'phone' })], 'workload-forecast', {})
  expect({ rows, notes }).toEqual({ rows: [], notes: [expect.stringContaining('three weeks')] })
})
