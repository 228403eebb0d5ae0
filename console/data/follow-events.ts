import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../../core/live/event.ts'
import type { Api, ConversationRow, Queue } from '../client/api.ts'
import type { Hearer } from '../live/live.ts'
import { isAtNewest, type TimelinePages, withNewest } from './entries.ts'
import { dataKeys } from './keys.ts'

type ConversationEvent = Extract<LiveEvent, { type: 'conversation' }>

/** Events come in bursts: what they make old is loaded once, a moment later, while the old stays on the screen. */
const settleMs = 700

/** Keeps what was loaded true to what happens. */
export function followEvents(queries: QueryClient, api: Api): Hearer {
  const due = new Map<string, () => Promise<unknown>>()
  const soon = (name: string, work: () => Promise<unknown>) => {
    const waiting = due.size > 0
    due.set(name, work)
    if (waiting) return
    setTimeout(() => {
      const all = [...due.values()]
      due.clear()
      for (const one of all) void one().catch(() => undefined)
    }, settleMs)
  }
  const again = (key: readonly unknown[]) =>
    soon(JSON.stringify(key), () => queries.invalidateQueries({ queryKey: key }))
  const timelineOf = (customer: string | undefined) => {
    if (customer === undefined) return
    // What fails is loaded as a whole, which says what could not be loaded.
    const whole = () => queries.invalidateQueries({ queryKey: dataKeys.timelines(customer) })
    soon(`timeline ${customer}`, () => refreshTimelines(queries, api, customer).catch(whole))
    again(dataKeys.brief(customer))
  }
  const hear = (event: LiveEvent) => {
    switch (event.type) {
      case 'conversation':
        patchRows(queries, event)
        again(dataKeys.queues)
        again(dataKeys.counts)
        again(dataKeys.conversation(event.conversation))
        if (event.customer !== undefined) again(dataKeys.matters(event.customer))
        return
      case 'contact':
        timelineOf(event.customer)
        return
      case 'note':
        timelineOf(event.customer)
        return
      case 'customer':
        again(dataKeys.customer(event.customer))
        again(dataKeys.identityLog(event.customer))
        timelineOf(event.redirect ?? event.customer)
        return
      default:
        // Presence is followed elsewhere; what a later API tells besides is passed over.
        return
    }
  }
  return { events: events => events.forEach(hear), reload: () => void queries.invalidateQueries() }
}

/** Loads the newest page of every view of this timeline that is kept, and lays it over what is there. */
async function refreshTimelines(queries: QueryClient, api: Api, customer: string): Promise<void> {
  const kept = queries.getQueriesData<TimelinePages>({ queryKey: dataKeys.timelines(customer) })
  await Promise.all(
    kept.map(async ([key, known]) => {
      if (known === undefined || !isAtNewest(known)) return
      // What is being loaded would be laid over this again.
      await Promise.allSettled([queries.getQueryCache().find({ queryKey: key })?.promise])
      const channel = channelIn(`${key[2]}`)
      const newest = await api.readTimeline(customer, { limit: 25, ...(channel && { channel }) })
      queries.setQueryData<TimelinePages>(key, now => (now ? withNewest(now, newest) : now))
    }),
  )
}

const channels = ['phone', 'email', 'social', 'message', 'review', 'web'] as const
export type Channel = (typeof channels)[number]
export const channelIn = (text: string): Channel | undefined => channels.find(channel => channel === text)

type QueuePages = { pages: Queue[]; pageParams: unknown[] }

/** Rows that are on the screen change at once; which rows belong there is asked again a moment later. */
function patchRows(queries: QueryClient, { conversation, ...event }: ConversationEvent): void {
  const {
    v: _v,
    id: _id,
    at: _at,
    type: _type,
    change: _change,
    customer: _customer,
    joinedInto: _into,
    ...fields
  } = event
  queries.setQueriesData<QueuePages>({ queryKey: dataKeys.queues }, known => {
    if (known === undefined || !known.pages.some(({ items }) => items.some(({ id }) => id === conversation)))
      return known
    const patch = (row: ConversationRow): ConversationRow =>
      row.id === conversation ? { ...row, ...withoutUndefined(fields) } : row
    return { ...known, pages: known.pages.map(page => ({ ...page, items: page.items.map(patch) })) }
  })
}

type Given<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> }

function withoutUndefined<Shape extends object>(shape: Shape): Given<Shape> {
  const given: Given<Shape> = {}
  for (const key in shape) {
    const value = shape[key]
    if (value !== undefined) Object.assign(given, { [key]: value })
  }
  return given
}
