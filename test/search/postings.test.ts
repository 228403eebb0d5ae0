import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import type { Item, Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Change } from '../../core/change/change.ts'
import { indexContact } from '../../core/search/index-contact.ts'
import { isSampled, noFrequencies } from '../../core/search/rarity.ts'
import { mail } from '../timeline/contacts.ts'
import { type Arrival, deliver } from '../timeline/deliveries.ts'
import { changedTable } from './changed-table.ts'
import { history } from './histories.ts'
import { expectPosted } from './posted-law.ts'

class Crash extends Error {}

/** A table that remembers where what was written lies, and calls `before` ahead of every call, with its name. */
function watchedTable(before: (call: keyof Table) => Promise<void>) {
  const table = memoryTable()
  const touched = new Map<string, { pk: string; sk: string }>()
  const touch = (key: { pk: string; sk: string }) => void touched.set(JSON.stringify([key.pk, key.sk]), key)
  const through =
    <Args extends unknown[], Answer>(name: keyof Table, call: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      await before(name)
      return call(...args)
    }
  const watched: Table = {
    ...table,
    get: through('get', table.get),
    batchGet: through('batchGet', table.batchGet),
    query: through('query', table.query),
    remove: through('remove', table.remove),
    transact: through('transact', table.transact),
    put: through('put', async (item, when) => {
      touch(item)
      return table.put(item, when)
    }),
    // Several puts may be half done when it stops.
    putAll: async items => {
      for (const item of items) {
        await before('putAll')
        touch(item)
        await table.put(item)
      }
    },
  }
  const dump = async (): Promise<Item[]> => {
    const items = await Promise.all([...touched.values()].map(key => table.get(key)))
    return items.flatMap(item => item ?? [])
  }
  return { watched, dump }
}

/** What arrives is indexed by a worker that dies after each of these numbers of calls, until all of it is told. */
async function expectPostedThoughStopped(arrivals: Arrival[], stops: number[]): Promise<void> {
  const { table, changes } = changedTable(memoryTable())
  const timeline = timelineStore(table, () => 0)
  const after = [...stops]
  let left = after.shift() ?? Number.POSITIVE_INFINITY
  const clock = { now: 0 }
  const { watched, dump } = watchedTable(async () => {
    if (left-- > 0) return
    left = after.shift() ?? Number.POSITIVE_INFINITY
    throw new Crash()
  })
  const index = tableSearchIndex({ table: watched, now: () => clock.now, pause: async () => undefined })
  for (const arrival of arrivals) {
    const seen = changes.length
    await deliver(timeline, arrival)
    for (const change of changes.slice(seen)) await untilDone(() => indexContact({ index, timeline }, change), clock)
  }
  await expectPosted(await dump(), timeline, changes)
}

describe('nothing is posted that is not in the timeline, and all that is', () => {
  test('wherever work stops, once its message came again', () =>
    fc.assert(fc.asyncProperty(history, fc.array(fc.nat(30), { maxLength: 40 }), expectPostedThoughStopped), {
      numRuns: 300,
    }))

  test('wherever work stops while words become frequent', async () => {
    const sampled = Array.from({ length: 40 }, (_, n) => mail(`order ${n}`)).filter(({ id }) =>
      isSampled(id, noFrequencies),
    )
    const arrivals = sampled.slice(0, 9).map(contact => ({ contact }))
    for (let stop = 0; stop < 120; stop++) await expectPostedThoughStopped(arrivals, [stop])
  })

  test('when several are at it at once, in any interleaving', () =>
    fc.assert(
      fc.asyncProperty(history, history, fc.scheduler(), async (first, second, scheduler) => {
        const { table, changes } = changedTable(memoryTable())
        const timeline = timelineStore(table, () => 0)
        const { watched, dump } = watchedTable(async () => scheduler.schedule(Promise.resolve()))
        const workers = [0, 1].map(() =>
          tableSearchIndex({ table: watched, now: () => 0, pause: async () => undefined }),
        )
        for (const arrival of first) await deliver(timeline, arrival)
        const retried: Change[] = []
        const known = changes.length
        const all = [...changes, ...changes].map(async (change, n) => {
          const index = workers[n % 2]
          if (index) await indexContact({ index, timeline }, change).catch(() => retried.push(change))
        })
        const more = (async () => {
          for (const arrival of second) {
            await scheduler.schedule(Promise.resolve())
            await deliver(timeline, arrival)
          }
        })()
        await scheduler.waitFor(Promise.all([...all, more]))
        const calm = tableSearchIndex({ table: watched, now: () => 0, pause: async () => undefined })
        const rest = (async () => {
          for (const change of [...retried, ...changes.slice(known)])
            await indexContact({ index: calm, timeline }, change)
        })()
        await scheduler.waitFor(rest)
        await expectPosted(await dump(), timeline, changes)
      }),
      { numRuns: 60 },
    ))

  test('no name stays that somebody else bore only while it was dropped', async () => {
    const { table, changes } = changedTable(memoryTable())
    const timeline = timelineStore(table, () => 0)
    const meanwhile: { before: keyof Table; arrivals: Arrival[] }[] = []
    const { watched, dump } = watchedTable(async call => {
      const [next] = meanwhile
      if (call !== next?.before) return
      const later = meanwhile.splice(0).slice(1)
      for (const arrival of next.arrivals) await arrive(arrival)
      meanwhile.push(...later)
    })
    const index = tableSearchIndex({ table: watched, now: () => 0, pause: async () => undefined })
    async function arrive(arrival: Arrival) {
      const seen = changes.length
      await deliver(timeline, arrival)
      for (const change of changes.slice(seen)) await indexContact({ index, timeline }, change)
    }
    const erased = (name: string): Arrival => ({
      deletion: { contactId: mail(name).id, deletedAt: '2026-04-01T00:00:00.000Z' },
    })

    await arrive({ contact: mail('first') })
    meanwhile.push(
      { before: 'query', arrivals: [] },
      // Taken off the list, and looked for again: now another bears it. When that was seen, no longer.
      { before: 'query', arrivals: [{ contact: mail('second') }] },
      { before: 'batchGet', arrivals: [erased('second')] },
    )
    await arrive(erased('first'))
    expect(meanwhile).toEqual([])
    await expectPosted(await dump(), timeline, changes)
  })
})

/** As the queue does it: what failed comes again, later than any lease lasts. */
async function untilDone(work: () => Promise<void>, clock: { now: number }): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      clock.now += 120_000
    }
  }
  throw new Error('it never ended')
}
