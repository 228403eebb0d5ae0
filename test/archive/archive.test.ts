import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionKey } from '../../core/archive/datasets.ts'
import { markForErasure } from '../../core/archive/erase.ts'
import { type ArchiveRow, contactRow, outcomeRow } from '../../core/archive/rows.ts'
import { streamName } from '../../core/contact/stream.ts'
import { merge } from '../../core/identity/merge.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { describeOnEveryTable } from '../engines.ts'
import { count } from '../listening/panels.ts'
import { sale } from '../outcome/outcomes.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { type ArchivedWorld, archivedWorld, ids, rowFiles } from './archived-world.ts'

type Step =
  | { do: 'mail'; name: string; by: typeof alice; day: string; revision: number }
  | { do: 'sale'; id: string; by: typeof alice; day: string; revision: number }
  | { do: 'write' }

const by = fc.constantFrom(alice, bob)
const day = fc.constantFrom('2026-03-01', '2026-03-02')
const revision = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('mail' as const), name: fc.constantFrom('a', 'b', 'c'), by, day, revision }),
  fc.record({ do: fc.constant('sale' as const), id: fc.constantFrom('o-1', 'o-2'), by, day, revision }),
  fc.record({ do: fc.constant('write' as const) }),
)

/** Changes are told twice, in any order; in between, what was told so far is written. */
async function play(steps: Step[], place: (change: object) => number) {
  const { files, store } = rowFiles()
  const world = archivedWorld(undefined, store)
  const told = world.changes
  for (const one of steps) {
    if (one.do === 'mail') {
      const said = { text: `revision ${one.revision}`, revision: one.revision, from: { identifier: one.by } }
      await world.receive(mail(one.name, { occurredAt: `${one.day}T09:00:00.000Z`, ...said }))
    } else if (one.do === 'sale') {
      const more = { identifier: one.by, occurredAt: `${one.day}T10:00:00.000Z`, revision: one.revision }
      await world.outcomes.keep(sale({ id: one.id, ...more }))
    } else {
      await world.note(told.slice(-2))
      await world.write()
    }
  }
  await world.note([...told, ...told].toSorted((a, b) => place(a) - place(b)))
  await world.write()
  return { world, files }
}

/** Read from the streams themselves, past every index. */
async function expected({ timeline, outcomes }: ArchivedWorld): Promise<Map<string, ArchiveRow[]>> {
  const rows = new Map<string, ArchiveRow[]>()
  const add = (dataset: 'contacts' | 'outcomes', at: string, row: ArchiveRow) => {
    const key = partitionKey({ dataset, day: at.slice(0, 10) })
    rows.set(key, [...(rows.get(key) ?? []), row])
  }
  for (const stream of [alice, bob].map(identifier => streamName(identifier))) {
    for (const entry of await timeline.readStream(stream, 100, {}))
      if (entry.type === 'contact') add('contacts', entry.place.sortAt, contactRow(entry, ids.customer))
    for (const one of await outcomes.ofStream(stream, { limit: 100 }))
      add('outcomes', one.occurredAt, outcomeRow(one, ids.customer))
  }
  return rows
}

const sorted = (files: Map<string, ArchiveRow[]>) =>
  [...files]
    .filter(([key]) => /contacts|outcomes/.test(key))
    .map(([key, rows]) => [key, rows.map(row => JSON.stringify(row)).sort()])
    .sort()

test('changes told twice and in any order, days written in between: the files hold what the streams hold', async () => {
  const law = fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.func(fc.nat()), async (steps, place) => {
    const { world, files } = await play(steps, place)
    expect(await world.sources.index.due(10)).toEqual([])
    expect(sorted(files)).toEqual(sorted(await expected(world)))
  })
  await fc.assert(law, { numRuns: 40 })
})

test('a merge and its taking back are rows more: no contact is written anew, and no customer stands with it', async () => {
  const { files, store } = rowFiles()
  const world = archivedWorld(undefined, store)
  await world.receive(mail('a'))
  await world.receive(mail('b', { from: { identifier: bob }, evidence: [] }))
  await world.note()
  await world.write()
  const [a, b] = [ids.customer(streamName(alice)), ids.customer(streamName(bob))]
  await merge(world.identity, a, b, { operationId: 'm', by: 'anna' })
  await unmerge(world.identity, a, [bob], { operationId: 'u', by: 'anna' })
  const told = world.changes.filter(({ type }) => type !== 'customer' && type !== 'milestone')
  expect(told).toEqual([])
  await world.note()
  await world.write()
  const rows = [...files].filter(([key]) => key.includes('/memberships/')).flatMap(([, all]) => all)
  expect(rows.filter(({ operation }) => operation === 'merge')).toHaveLength(3)
  expect(JSON.stringify([...files].filter(([key]) => key.includes('/contacts/')))).not.toContain('"customer"')
  const links = [...files].filter(([key]) => key.includes('/links/')).flatMap(([, all]) => all)
  expect(links).toContainEqual(expect.objectContaining({ operation: 'unmerge', state: 'revoked' }))
})

test('who is erased is gone from every file, also when the writing is done twice at once', async () => {
  const { files, store } = rowFiles()
  const world = archivedWorld(undefined, store)
  await world.receive(mail('a', { text: 'my name is Alice' }))
  await world.receive(mail('b', { from: { identifier: bob }, evidence: [] }))
  await world.outcomes.keep(sale())
  await world.note()
  await world.write()
  const deps = { ...world.sources, ...world, identity: world.sources.identity }
  const about = { streams: [streamName(alice)], customers: [ids.customer(streamName(alice))] }
  const marked = await markForErasure(deps, about)
  expect(marked.map(({ dataset }) => dataset).sort()).toEqual(['contacts', 'links', 'memberships', 'outcomes'])
  await world.forget(streamName(alice), 'order-1')
  await Promise.all([world.write(), world.write()])
  await world.write()
  expect(JSON.stringify([...files])).not.toMatch(/alice|Alice|order-1/)
  expect(JSON.stringify([...files])).toContain('bob@example.com')
})

test('a day that changes while it is written stays behind, and is right after the next run', async () => {
  const { files, store } = rowFiles()
  const world = archivedWorld(undefined, store)
  await world.receive(mail('a'))
  await world.note()
  const [due] = await world.sources.index.due(1)
  await world.receive(mail('b'))
  await world.note()
  expect(due && (await world.sources.index.settle(due))).toBe(false)
  await world.write()
  expect(files.get('archive/contacts/day=2026-03-01/contacts.parquet')).toHaveLength(2)
})

describeOnEveryTable('archive index', makeTable => {
  test('everything is archived of a real table, campaigns and counts too', async () => {
    const { files, store } = rowFiles()
    const world = archivedWorld(await makeTable(), store)
    await world.receive(mail('a'))
    await world.outcomes.keep(sale())
    await world.listening.keep([count()])
    const window = { from: '2026-03-01', until: '2026-03-14' }
    await world.campaigns.write({ v: 1, id: 'spring', name: 'Spring', channels: ['email'], window })
    await world.note()
    await world.write()
    const names = new Set([...files.keys()].map(key => key.split('/')[1]))
    expect([...names].sort()).toEqual(['campaigns', 'contacts', 'memberships', 'mentions', 'outcomes'])
    expect(await world.sources.index.due(10)).toEqual([])
  })
})
