import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Change } from '../../core/change/change.ts'
import { documentOf } from '../../core/search/document.ts'
import { indexContact } from '../../core/search/index-contact.ts'
import { matches, understandQuery } from '../../core/search/query.ts'
import { type Search, search } from '../../core/search/search.ts'
import type { SearchIndex } from '../../core/search/search-index.ts'
import { newestFirst, type Position, positionOf } from '../../core/timeline/entry.ts'
import { type Arrival, deliver } from '../timeline/deliveries.ts'
import { changedTable } from './changed-table.ts'
import { history, typed } from './histories.ts'

/** Everything that arrived, in the timeline, and what its changes published. */
async function recorded(arrivals: Arrival[]) {
  const { table, changes } = changedTable(memoryTable())
  const timeline = timelineStore(table, () => 0)
  for (const arrival of arrivals) await deliver(timeline, arrival)
  return { timeline, changes }
}

/** What stands in the timeline, looked through one by one. */
async function lookedThrough(timeline: Search['timeline'], changes: Change[], asked: string): Promise<Position[]> {
  const { terms } = understandQuery(asked)
  const places = changes.flatMap(change => (change.type === 'contact' ? [change] : []))
  const entries = await Promise.all(
    places.map(({ contactId, stream, sortAt }) => timeline.readContact(contactId, { stream, sortAt })),
  )
  const holding = entries.flatMap(entry =>
    entry && terms.length > 0 && matches(documentOf(entry.state), terms) ? [positionOf(entry)] : [],
  )
  return [...new Map(holding.map(found => [found.entryId, found])).values()].sort(newestFirst)
}

async function allPages(deps: Search, asked: string, limit: number): Promise<Position[]> {
  const found: Position[] = []
  let before: Position | undefined
  for (let page = 0; page < 100; page++) {
    const { items, next } = await search(deps, understandQuery(asked), { limit, ...(before && { before }) })
    expect(items.length).toBeLessThanOrEqual(limit)
    found.push(...items.map(({ entry }) => positionOf(entry)))
    if (next === undefined) return found
    before = next
  }
  throw new Error('pages without end')
}

/** What every search index promises. `makeIndex` makes an empty one. */
export function searchIndexContract(makeIndex: () => Promise<SearchIndex>, runs: number): void {
  test('finds what is in the timeline, whatever came in whatever order how often', () =>
    fc.assert(
      fc.asyncProperty(
        history,
        fc.array(typed, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        async (arrivals, queries, seed, limit) => {
          const { timeline, changes } = await recorded(arrivals)
          const index = await makeIndex()
          for (const change of shuffled([...changes, ...changes], seed)) await indexContact({ index, timeline }, change)
          const deps = { index, timeline, customersOf: async () => new Map<string, string>() }
          for (const asked of queries)
            expect(await allPages(deps, asked, limit)).toEqual(await lookedThrough(timeline, changes, asked))
        },
      ),
      { numRuns: runs },
    ))

  test('follows while things go on arriving', () =>
    fc.assert(
      fc.asyncProperty(fc.array(history, { minLength: 2, maxLength: 4 }), typed, async (waves, asked) => {
        const { table, changes } = changedTable(memoryTable())
        const timeline = timelineStore(table, () => 0)
        const index = await makeIndex()
        const deps = { index, timeline, customersOf: async () => new Map<string, string>() }
        for (const wave of waves) {
          const seen = changes.length
          for (const arrival of wave) await deliver(timeline, arrival)
          for (const change of changes.slice(seen).reverse()) await indexContact({ index, timeline }, change)
          expect(await allPages(deps, asked, 3)).toEqual(await lookedThrough(timeline, changes, asked))
        }
      }),
      { numRuns: runs },
    ))
}

/** In an order that the number alone decides. */
function shuffled<T>(all: T[], seed: number): T[] {
  let state = seed + 1
  return all
    .map(one => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return { one, state }
    })
    .sort((a, b) => a.state - b.state)
    .map(({ one }) => one)
}
