import fc from 'fast-check'
import { expect, test } from 'vitest'
import { archiveKeys } from '../../adapters/dynamodb/keys.ts'
import { partitionKey } from '../../core/archive/datasets.ts'
import { forgetErased, markForErasure } from '../../core/archive/erase.ts'
import { type ArchiveRow, contactRow, outcomeRow } from '../../core/archive/rows.ts'
import { streamName } from '../../core/contact/stream.ts'
import { merge } from '../../core/identity/merge.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { expand } from '../../core/report/expand.ts'
import { makeWorld } from '../conversation/world.ts'
import { describeOnEveryTable } from '../engines.ts'
import { count } from '../listening/panels.ts'
import { sale } from '../outcome/outcomes.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { archiveBucket } from './archive-bucket.ts'
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

/** What a customer adds to the figures, as the projection writes it: with the difference that it makes. */
async function contribute({ reports }: ArchivedWorld, customer: string, day: string) {
  const atom = { hour: `${day}T09`, day, dims: { channel: 'email' }, counts: { inbound: 1 }, who: true as const }
  const next = { slice: day.slice(0, 4), atoms: [atom] }
  const vectors = [{ customer, next, was: undefined, months: [day.slice(0, 7)] }]
  expect((await reports.commit({ vectors, delta: expand([atom]) })).committed).toBe(true)
}

/** Everything that the index of the archive names. */
const indexed = async ({ table }: ArchivedWorld, names: readonly string[]) =>
  JSON.stringify(
    await Promise.all(
      names.map(name => {
        const [, dataset = '', day = ''] = /^archive\/(\w+)\/day=([\d-]+)/.exec(name) ?? []
        return table.query({ pk: archiveKeys.day(dataset, day), limit: 100 })
      }),
    ),
  )

test('who is erased is gone from every file and from the index, also when the writing is done twice at once', async () => {
  const bucket = await archiveBucket()
  const world = archivedWorld(undefined, bucket.files)
  const [a, b] = [alice, bob].map(one => ids.customer(streamName(one)))
  const deliver = mail('a', {
    text: 'my name is Alice',
    direction: 'outbound',
    to: [{ identifier: alice }],
    campaign: 'spring',
  })
  const matter = await makeWorld(world.table).receive(mail('m', { text: 'my name is Alice' }))
  await world.receive({ ...deliver, from: { identifier: { type: 'email', value: 'shop@example.org' } } })
  await world.receive(mail('b', { from: { identifier: bob }, evidence: [] }))
  await world.outcomes.keep(sale())
  for (const customer of [a, b]) await contribute(world, customer ?? '', '2026-03-01')
  await world.note()
  await world.write()
  const names = await bucket.names()
  expect(await bucket.contents()).toMatch(/Alice/)
  expect(await bucket.contents()).toContain(`"conversation_id":"${matter?.id}","stream_key":"${a}"`)
  expect(await indexed(world, names)).toMatch(/alice/)

  const deps = { ...world.sources, ...world, identity: world.sources.identity }
  const marked = await markForErasure(deps, { streams: [streamName(alice)], customers: [a ?? ''] })
  const datasets = ['contacts', 'contributions', 'conversations', 'links', 'memberships', 'outcomes']
  expect([...new Set(marked.map(({ dataset }) => dataset))].sort()).toEqual(datasets)
  await world.write()
  await world.forget(streamName(alice), 'order-1', matter?.id ?? '')
  await forgetErased(world.sources.index, marked)
  await Promise.all([world.write(), world.write()])
  await world.write()
  const left = await bucket.contents()
  expect(left).not.toMatch(/alice|Alice|order-1/)
  expect(left).not.toContain(a)
  expect(left).not.toContain(matter?.id)
  expect(left).toContain('bob@example.com')
  expect(left).toContain(`"stream_key":"${b}","hour":"2026-03-01T09"`)
  expect(await indexed(world, names)).not.toMatch(/alice|order-1/)
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
    await contribute(world, ids.customer(streamName(alice)), '2026-03-01')
    await world.note()
    await world.write()
    const names = new Set([...files.keys()].map(key => key.split('/')[1]))
    const all = ['campaigns', 'contacts', 'contributions', 'memberships', 'mentions', 'outcomes']
    expect([...names].sort()).toEqual(all)
    expect(await world.sources.index.due(10)).toEqual([])
  })
})
