import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { MentionCount } from '../../core/listening/listening.ts'
import { lockPanel } from '../../core/listening/lock-panel.ts'
import { makeStack } from '../api/stack.ts'
import { describeOnEveryTable } from '../engines.ts'
import { count, panel } from './panels.ts'

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

describeOnEveryTable('listening store', makeTable => {
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
