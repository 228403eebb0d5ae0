import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import { type ContactEntry, newestFirst, type Position, positionOf } from '../timeline/entry.ts'
import { type MemberStream, readTimeline } from '../timeline/read-timeline.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { documentOf } from './document.ts'
import { matches, type Query, type Term } from './query.ts'
import type { Candidates, SearchIndex } from './search-index.ts'

export type Search = {
  index: SearchIndex
  timeline: TimelineStore
  /** The customers of streams, by stream; of those that have one. */
  customersOf: (streams: string[]) => Promise<Map<string, string>>
}

export type Window = { before?: Position; limit: number; channel?: Contact['channel'] }

/** An entry that holds what was asked for, and whose it is now. */
export type Found = { entry: ContactEntry; customer?: string }

/** `next`: older hits may remain. A page may hold fewer than its limit, or none, although they do. */
export type FoundPage = { items: Found[]; next?: Position; tooManyNames?: true }

/** Entries of one customer that are looked at for a page. */
const walked = 250

/**
 * The newest contacts that hold what was asked for. Three round trips one after the other at most: what the index needs
 * to know of the words, its candidates, and their entries together with whose they are.
 */
export async function search(deps: Search, { terms }: Query, window: Window): Promise<FoundPage> {
  if (terms.length === 0) return { items: [] }
  const { before, limit } = window
  const candidates = await deps.index.candidates(terms, { hits: limit + 1, ...(before && { before }) })
  const streams = [...new Set(candidates.found.map(({ place }) => place.stream))]
  const [entries, customers] = await Promise.all([
    candidates.found.length === 0 ? [] : deps.timeline.readContacts(candidates.found),
    streams.length === 0 ? new Map<string, string>() : deps.customersOf(streams),
  ])
  const found = inOrder(entries).filter(entry => holds(entry, terms, window))
  const items = found.slice(0, limit).map(entry => withCustomer(entry, customers.get(entry.place.stream)))
  return page(items, found.length > limit, candidates)
}

const withCustomer = (entry: ContactEntry, customer: string | undefined): Found => ({
  entry,
  ...(customer !== undefined && { customer }),
})

const inOrder = (entries: ContactEntry[]): ContactEntry[] =>
  [...new Map(entries.map(entry => [entry.entryId, entry])).values()].sort((a, b) =>
    newestFirst(positionOf(a), positionOf(b)),
  )

const holds = (entry: ContactEntry, terms: readonly Term[], { channel }: Window): boolean =>
  (channel === undefined || viewContact(entry.state).channel === channel) && matches(documentOf(entry.state), terms)

function page(items: Found[], isCut: boolean, { horizon, tooManyNames }: Candidates): FoundPage {
  const last = items.at(-1)
  const next = isCut && last ? positionOf(last.entry) : horizon
  return { items, ...(next && { next }), ...(tooManyNames && { tooManyNames }) }
}

/** The same inside one customer: its own entries are looked at, so that every word finds, however frequent. */
export async function searchWithin(
  timeline: TimelineStore,
  customer: { id: string; members: MemberStream[] },
  { terms }: Query,
  { limit, ...window }: Window,
): Promise<FoundPage> {
  if (terms.length === 0) return { items: [] }
  const read = await readTimeline(timeline, customer.members, { ...window, limit: walked })
  const contacts = read.items.flatMap(({ entry }) => (entry.type === 'contact' ? [entry] : []))
  const found = contacts.filter(entry => matches(documentOf(entry.state), terms))
  const items = found.slice(0, limit).map(entry => withCustomer(entry, customer.id))
  return page(items, found.length > limit, { found: [], ...(read.next && { horizon: read.next }) })
}
