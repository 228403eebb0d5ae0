import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listeningKeys, publishedKeyPrefixes } from '../../adapters/dynamodb/keys.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { MentionCount } from '../../core/listening/listening.ts'
import { lockPanel } from '../../core/listening/lock-panel.ts'
import { sumAgain } from '../../core/listening/sum-again.ts'
import { makeStack } from '../api/stack.ts'
import { describeOnEveryTable } from '../engines.ts'
import { mortalTable } from '../watched-table.ts'
import { added, count, panel } from './panels.ts'

const everyDay = { from: '2026-03-01', until: '2026-05-31', limit: 100 }

const counted = fc.array(
  fc
    .record({
      member: fc.constantFrom('us', 'them'),
      mentions: fc.nat(3),
      asOf: fc.constantFrom('2026-03-03T06:00:00.000Z', '2026-03-04T06:00:00.000Z'),
    })
    .map(count),
  { maxLength: 6 },
)

test('corrections replace: any order of deliveries, any number of times, ends in the same counts', async () => {
  const all = async (arrived: MentionCount[]) => {
    const store = listeningStore(memoryTable())
    for (const one of arrived) await store.keep([one])
    return store.counts('spring', everyDay)
  }
  const law = fc.asyncProperty(counted, fc.func(fc.nat()), async (arrived, by) => {
    expect(await all([...arrived, ...arrived].toSorted((a, b) => by(a) - by(b)))).toEqual(await all(arrived))
  })
  await fc.assert(law, { numRuns: 60 })
})

const anyCounts = fc.array(
  fc
    .record({
      day: fc.constantFrom('2026-03-02', '2026-03-31', '2026-04-01'),
      network: fc.constantFrom('x', 'facebook'),
      member: fc.constantFrom('us', 'them'),
      mentions: fc.integer({ min: 4, max: 9 }),
      positive: fc.option(fc.nat(2), { nil: undefined }),
      negative: fc.option(fc.nat(2), { nil: undefined }),
      asOf: fc.constantFrom('2026-03-03T06:00:00.000Z', '2026-04-04T06:00:00.000Z'),
    })
    .map(count),
  { minLength: 1, maxLength: 12 },
)
/** A count as it was kept before there were sums. */
const keptBefore = (table: Table, one: MentionCount) =>
  table.put({ ...one, ...listeningKeys.count(one), version: 1 }, 'absent')
const spring = { from: '2026-03', until: '2026-05' }
const sumsOf = async (table: Table) => added(await listeningStore(table).counts('spring', everyDay))

test('sums of months are those of the counts: in any order, repeated, corrected, by several at once, kept before too', async () => {
  const law = fc.asyncProperty(anyCounts, anyCounts, fc.func(fc.nat()), async (old, arrived, by) => {
    const table = memoryTable()
    for (const one of old) await keptBefore(table, one)
    const shuffled = [...arrived, ...arrived].toSorted((a, b) => by(a) - by(b))
    const [one, other] = [listeningStore(table), listeningStore(table)]
    await Promise.all([one.keep(shuffled), other.keep(arrived), sumAgain(listeningStore(table))])
    await listeningStore(table).lockPanel(panel)
    await sumAgain(listeningStore(table))
    expect(await one.months('spring', spring)).toEqual(await sumsOf(table))
  })
  await fc.assert(law, { numRuns: 30 })
})

test('whoever dies while counts are kept has kept each with its sum, or neither: the next delivery makes it whole', async () => {
  const table = memoryTable()
  const { table: mortal, arm, deaths } = mortalTable(table)
  for (let at = 0; at < 4; at++)
    for (const after of [false, true]) {
      arm(at % 2, after)
      const counts = [count({ mentions: 10 * at + Number(after) }), count({ member: 'them', mentions: at })]
      await listeningStore(mortal)
        .keep(counts)
        .catch(() => undefined)
      expect(await listeningStore(table).months('spring', spring)).toEqual(await sumsOf(table))
      await listeningStore(table).keep(counts)
    }
  expect(deaths()).toBeGreaterThan(5)
  expect(await listeningStore(table).months('spring', spring)).toEqual(await sumsOf(table))
})

test('sums of months wake nobody who follows the table', () => {
  const key = listeningKeys.month(count())
  expect(publishedKeyPrefixes.filter(({ pk }) => key.pk.startsWith(pk))).toEqual([])
  expect(listeningKeys.isCount(key)).toBe(false)
})

describeOnEveryTable('listening store', makeTable => {
  test('months come to what their counts are, whoever corrects them at the same time', async () => {
    const table = await makeTable()
    const stores = [listeningStore(table), listeningStore(table), listeningStore(table)]
    const days = ['2026-03-02', '2026-03-03', '2026-04-01']
    const counts = days.flatMap(day => [
      ...[count({ day, positive: 5 }), count({ day, member: 'them', mentions: 0 })],
      ...[
        count({ day, network: 'facebook', mentions: 7 }),
        count({ day, asOf: '2026-04-02T06:00:00.000Z', mentions: 90 }),
      ],
    ])
    await Promise.all(stores.map(({ keep }) => keep(counts)))
    const [store = listeningStore(table)] = stores
    const nobody = { positive: 0, negative: 0, judged: 0 }
    expect(await store.months('spring', { from: '2026-03', until: '2026-03' })).toEqual([
      { period: '2026-03', network: 'facebook', member: 'us', mentions: 14, ...nobody },
      { period: '2026-03', network: 'x', member: 'them', mentions: 0, ...nobody },
      { period: '2026-03', network: 'x', member: 'us', mentions: 180, ...nobody },
    ])
    expect(await store.months('spring', spring)).toEqual(await sumsOf(table))
    expect(await store.months('summer', spring)).toEqual([])
  })

  test('counts of more than a transaction holds are kept with their sums; those kept before there were any are added once', async () => {
    const table = await makeTable()
    const days = Array.from({ length: 31 }, (_, n) => `2026-03-${String(n + 1).padStart(2, '0')}`)
    const counts = days.flatMap(day =>
      ['us', 'them', 'others', 'more'].map(member => count({ day, member, negative: 1 })),
    )
    for (const one of counts.slice(0, 20)) await keptBefore(table, one)
    await listeningStore(table).lockPanel(panel)
    const store = listeningStore(table)
    const [first] = await store.keep(counts)
    expect(first).toBe('already there')
    expect(await sumAgain(store)).toBe(counts.length)
    const sum = { mentions: 3100, positive: 0, negative: 31, judged: 3100 }
    expect(await store.months('spring', spring)).toEqual(
      ['more', 'others', 'them', 'us'].map(member => ({ period: '2026-03', network: 'x', member, ...sum })),
    )
  })

  test('a later count replaces, an earlier one does not; pages give each once', async () => {
    const store = listeningStore(await makeTable())
    const [later, earlier] = ['2026-03-04T06:00:00.000Z', '2026-03-03T06:00:00.000Z']
    const second = count({ member: 'them', mentions: 5 })
    expect(await store.keep([count({ asOf: later, mentions: 90 }), second])).toEqual(['added', 'added'])
    expect(await store.keep([count({ asOf: earlier }), second])).toEqual(['already there', 'already there'])
    expect(await store.keep([count({ asOf: later, mentions: 95 })])).toEqual(['corrected'])
    const first = await store.counts('spring', { ...everyDay, limit: 1 })
    const rest = await store.counts('spring', { ...everyDay, ...(first[0] && { after: first[0] }) })
    expect([...first, ...rest].map(({ member, mentions }) => [member, mentions])).toEqual([
      ['them', 5],
      ['us', 95],
    ])
  })

  test('a panel is locked: the same again stands, anything else under its id or over its days does not', async () => {
    const store = listeningStore(await makeTable())
    expect(await lockPanel(store, panel)).toEqual({ locked: true })
    expect(await lockPanel(store, { ...panel, lockedAt: '2026-03-01T00:00:00.000Z' })).toEqual({ locked: true })
    expect(await lockPanel(store, { ...panel, networks: ['x'] })).toMatchObject({ locked: false })
    expect(await lockPanel(store, { ...panel, id: 'may', networks: ['x'] })).toMatchObject({ locked: false })
    const period = { from: '2026-06-01', until: '2026-08-31' }
    expect(await lockPanel(store, { ...panel, id: 'summer', period })).toEqual({ locked: true })
    expect((await store.listPanels(10)).map(({ id }) => id)).toEqual(['spring', 'summer'])
    expect(await store.readPanel('spring')).toEqual(panel)
  })
})

test('through the API: a panel, its counts, a correction, and what does not belong', async () => {
  const { call } = makeStack()
  const groups = ['social']
  const { v: _v, lockedAt: _at, lockedBy: _by, ...body } = panel
  expect(await call('POST', '/v1/listening/panels', { groups, body })).toMatchObject({ status: 201 })
  const day = { day: '2026-03-02', network: 'x', member: 'us', mentions: 100 }
  const post = (...counts: object[]) => call('POST', '/v1/listening', { groups, body: { panel: 'spring', counts } })
  expect(await post(day, { ...day, member: 'them' })).toMatchObject({ status: 201, body: { added: 2, corrected: 0 } })
  expect(await post({ ...day, mentions: 101 })).toMatchObject({ body: { corrected: 1 } })
  expect(await post(day, { ...day, member: 'else' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'body.counts.1', message: 'the panel has us, them' }] },
  })
  const page = await call('GET', '/v1/listening?panel=spring&limit=1', { groups })
  expect(page.body).toMatchObject({ items: [{ member: 'them' }], cursor: expect.any(String) })
  const next = await call('GET', `/v1/listening?panel=spring&limit=1&cursor=${page.body.cursor}`, { groups })
  expect(next.body).toMatchObject({ items: [{ member: 'us', mentions: 101 }] })
  expect(next.body).not.toHaveProperty('cursor')
  expect(await call('POST', '/v1/listening/panels', { groups, body: { ...body, networks: ['x'] } })).toMatchObject({
    status: 409,
  })
})
