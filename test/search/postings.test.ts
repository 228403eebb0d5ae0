import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import type { Item, Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Change } from '../../core/change/change.ts'
import { indexContact } from '../../core/search/index-contact.ts'
import { deliver } from '../timeline/deliveries.ts'
import { changedTable } from './changed-table.ts'
import { history } from './histories.ts'

class Crash extends Error {}

/** A table that remembers where what was written lies, and calls `before` ahead of every call. */
function watchedTable(before: () => Promise<void>) {
  const table = memoryTable()
  const touched = new Map<string, { pk: string; sk: string }>()
  const touch = (key: { pk: string; sk: string }) => void touched.set(JSON.stringify([key.pk, key.sk]), key)
  const through =
    <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      await before()
      return call(...args)
    }
  const watched: Table = {
    ...table,
    get: through(table.get),
    batchGet: through(table.batchGet),
    query: through(table.query),
    remove: through(table.remove),
    transact: through(table.transact),
    put: through(async (item, when) => {
      touch(item)
      return table.put(item, when)
    }),
    // Several puts may be half done when it stops.
    putAll: async items => {
      for (const item of items) {
        await before()
        touch(item)
        await table.put(item)
      }
    },
  }
  const dump = async (): Promise<Item[]> => {
    const items = await Promise.all([...touched.values()].map(key => table.get(key)))
    return items.flatMap(item => (item && item.pk !== 'W#frequencies' ? [withoutVersion(item)] : [])).sort(byKey)
  }
  return { watched, dump }
}

const withoutVersion = ({ version: _version, ...item }: Item): Item => ({ ...item, pk: item.pk, sk: item.sk })
const byKey = (a: Item, b: Item): number => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1)

/** What an index holds that was told everything once, at the end, undisturbed. */
async function fresh(timeline: ReturnType<typeof timelineStore>, changes: Change[]): Promise<Item[]> {
  const { watched, dump } = watchedTable(async () => undefined)
  const index = tableSearchIndex({ table: watched, now: () => 0, pause: async () => undefined })
  for (const change of changes) await indexContact({ index, timeline }, change)
  return dump()
}

describe('nothing is posted that is not in the timeline, and all that is', () => {
  test('wherever work stops, once its message came again', () =>
    fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(30), { maxLength: 40 }), async (arrivals, stops) => {
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
          for (const change of changes.slice(seen))
            await untilDone(() => indexContact({ index, timeline }, change), clock)
        }
        expect(await dump()).toEqual(await fresh(timeline, changes))
      }),
      { numRuns: 300 },
    ))

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
        expect(await dump()).toEqual(await fresh(timeline, changes))
      }),
      { numRuns: 60 },
    ))
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
