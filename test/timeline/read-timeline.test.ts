import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { newestFirst, type Position, positionOf } from '../../core/timeline/entry.ts'
import { readTimeline, type TimelineItem, type TimelineQuery } from '../../core/timeline/read-timeline.ts'
import type { TimelineStore } from '../../core/timeline/timeline-store.ts'
import { bob, mail } from './contacts.ts'
import { arrivals, deliver, streams } from './deliveries.ts'

const members = streams.map((stream, n) => ({ stream, asserted: n > 1 }))

/** Follows the cursors from the first page to the last. */
async function readPages(store: TimelineStore, query: TimelineQuery): Promise<TimelineItem[][]> {
  const pages: TimelineItem[][] = []
  let before: Position | undefined
  do {
    const page = await readTimeline(store, members, { ...query, ...(before && { before }) })
    pages.push(page.items)
    before = page.next
  } while (before)
  return pages
}

async function storeWith(all: Parameters<typeof deliver>[1][]): Promise<TimelineStore> {
  const store = timelineStore(memoryTable(), () => 0)
  for (const arrival of all) await deliver(store, arrival)
  return store
}

describe('reading a timeline', () => {
  const channel = fc.option(fc.constantFrom('email' as const, 'phone' as const), { nil: undefined })

  test('in pages of any size gives what one page gives, newest first, each contact once', () =>
    fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 4 }), channel, async (all, limit, only) => {
        const store = await storeWith(all)
        const filter = only === undefined ? {} : { channel: only }
        const paged = (await readPages(store, { limit, ...filter })).flat()
        const whole = await readTimeline(store, members, { limit: 1000, ...filter })
        expect(paged).toEqual(whole.items)
        expect(whole.next).toBeUndefined()
        const positions = paged.map(({ entry }) => positionOf(entry))
        expect(positions).toEqual([...positions].sort(newestFirst))
        expect(new Set(positions.map(({ entryId }) => entryId)).size).toBe(paged.length)
      }),
      { numRuns: 300 },
    ))

  test('has no cursor after the last page, also when it is full', async () => {
    const store = await storeWith(['a', 'b', 'c', 'd'].map(name => ({ contact: mail(name) })))
    expect((await readPages(store, { limit: 2 })).map(page => page.length)).toEqual([2, 2])
    expect((await readPages(store, { limit: 4 })).map(page => page.length)).toEqual([4])
  })

  test('a contact that arrives between two pages neither repeats nor hides older ones', () =>
    fc.assert(
      fc.asyncProperty(arrivals, arrivals, async (before, between) => {
        const store = await storeWith(before)
        const first = await readTimeline(store, members, { limit: 2 })
        const known = await readTimeline(store, members, { limit: 1000 })
        const fresh = between.flatMap(arrival =>
          'contact' in arrival ? [{ contact: { ...arrival.contact, id: `new ${arrival.contact.id}` } }] : [],
        )
        for (const arrival of fresh) await deliver(store, arrival)
        const rest = first.next
          ? await readTimeline(store, members, { limit: 1000, before: first.next })
          : { items: [] }
        const seen = [...first.items, ...rest.items].map(({ entry }) => entry.entryId)
        expect(new Set(seen).size).toBe(seen.length)
        const old = known.items.map(({ entry }) => entry.entryId)
        expect(seen.filter(id => old.includes(id))).toEqual(old)
      }),
      { numRuns: 200 },
    ))

  test('keeps to the window of time, both ends included', async () => {
    const at = (day: number) => `2026-03-0${day}T12:00:00.000Z`
    const sent = [1, 2, 3, 4].map(day => ({ contact: mail(`day ${day}`, { occurredAt: at(day), receivedAt: at(9) }) }))
    const store = await storeWith(sent)
    const inside = await readTimeline(store, members, { limit: 10, since: at(2), until: at(3) })
    expect(inside.items.map(({ entry }) => entry.place.sortAt)).toEqual([at(3), at(2)])
  })

  test('says where only an unproven link leads', async () => {
    const to = [{ identifier: bob }]
    const store = await storeWith([{ contact: mail('to bob', { to }) }])
    const through = async (asserted: boolean) =>
      (await readTimeline(store, [{ stream: 'email:bob@example.com', asserted }], { limit: 5 })).items.map(
        item => item.asserted,
      )
    expect(await through(true)).toEqual([true])
    expect(await through(false)).toEqual([false])
  })

  test('a filter that matches seldom still finds its entries, page by page', async () => {
    const calls = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'].map(occurredAt => ({
      contact: mail(`call ${occurredAt}`, { channel: 'phone', kind: 'call', occurredAt }),
    }))
    const mails = Array.from({ length: 60 }, (_, n) => ({ contact: mail(`mail ${n}`) }))
    const store = await storeWith([...mails, ...calls])
    const found = (await readPages(store, { limit: 1, channel: 'phone' })).flat()
    expect(found).toHaveLength(2)
  })
})
