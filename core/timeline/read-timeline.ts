import type { Contact } from '../contact/contact.ts'
import { refStreams } from '../contact/home.ts'
import { viewContact } from '../contact/view.ts'
import { type ContactEntry, type Entry, type EventEntry, newestFirst, type Position, positionOf } from './entry.ts'
import type { TimelineStore, Window } from './timeline-store.ts'

/** A stream of a customer; `asserted` when only unproven links connect it to the customer. */
export type MemberStream = { stream: string; asserted: boolean }

export type TimelineQuery = Window & { limit: number; channel?: Contact['channel'] }

/** An entry as it is shown. `asserted`: an unproven link was crossed to reach it. */
export type TimelineItem = { entry: ContactEntry | EventEntry; asserted: boolean }

/** `next` is there exactly when more entries remain on the way that is read, or may remain behind a filter. */
export type TimelinePage = { items: TimelineItem[]; next?: Position }

/** A filter that matches seldom reads at most this many batches for one page. */
const maxBatches = 8

/**
 * The newest entries of a customer that match, newest first; after a position the oldest that follow it, oldest first: one Query per stream, merged, and one batch read for the entries that
 * only refer to another stream. A contact that lies on one stream and is referred to by another shows once.
 */
export async function readTimeline(
  store: TimelineStore,
  streams: MemberStream[],
  query: TimelineQuery,
): Promise<TimelinePage> {
  const found: TimelineItem[] = []
  let on = query
  for (let batch = 0; batch < maxBatches; batch++) {
    const read = await readBatch(store, streams, on)
    found.push(...read.items.filter(({ entry }) => matches(entry, query)))
    if (found.length > query.limit) return cut(found, query.limit)
    if (read.next === undefined) return { items: found }
    on = { ...query, ...(query.after ? { after: read.next } : { before: read.next }) }
  }
  const next = query.after ? on.after : on.before
  return { items: found, ...(next && { next }) }
}

function cut(found: TimelineItem[], limit: number): TimelinePage {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(last && { next: positionOf(last.entry) }) }
}

/** One entry more than a page, so that a page knows whether it is the last. */
async function readBatch(store: TimelineStore, streams: MemberStream[], query: TimelineQuery): Promise<TimelinePage> {
  const wanted = query.limit + 1
  const perStream = await Promise.all(
    streams.map(async ({ stream, asserted }) =>
      (await store.readStream(stream, wanted, query)).map(entry => ({ entry, asserted })),
    ),
  )
  const merged = mergeEntries(perStream.flat(), query.after !== undefined).slice(0, wanted)
  const last = merged.length === wanted ? merged.at(-1) : undefined
  return { items: await fillRefs(store, merged), ...(last && { next: positionOf(last.entry) }) }
}

type Read = { entry: Entry; asserted: boolean }

/** One per contact: the contact itself before refs to it, proven before asserted. */
function mergeEntries(read: Read[], oldestFirst: boolean): Read[] {
  const byId = new Map<string, Read>()
  for (const found of read) {
    const known = byId.get(found.entry.entryId)
    byId.set(found.entry.entryId, known ? better(known, found) : found)
  }
  const newest = [...byId.values()].sort((a, b) => newestFirst(positionOf(a.entry), positionOf(b.entry)))
  return oldestFirst ? newest.reverse() : newest
}

const better = (a: Read, b: Read): Read => ({
  entry: a.entry.type === 'ref' ? b.entry : a.entry,
  asserted: a.asserted && b.asserted,
})

async function fillRefs(store: TimelineStore, read: Read[]): Promise<TimelineItem[]> {
  const refs = read.flatMap(({ entry }) =>
    entry.type === 'ref' ? [{ contactId: entry.entryId, place: entry.home }] : [],
  )
  const contacts = refs.length === 0 ? [] : await store.readContacts(refs)
  const byId = new Map(contacts.map(contact => [contact.entryId, contact]))
  return read.flatMap(({ entry, asserted }): TimelineItem[] => {
    if (entry.type === 'event') return [{ entry, asserted }]
    const contact = entry.type === 'contact' ? entry : byId.get(entry.entryId)
    return contact && leadsTo(entry, contact) ? [{ entry: contact, asserted }] : []
  })
}

/**
 * A slow writer may leave a ref to where a contact no longer is, or for somebody who no longer takes part: readers
 * pass over it, and the refs of where it is now show it.
 */
export const leadsTo = (entry: Entry, contact: ContactEntry): boolean =>
  entry.type === 'contact' || refStreams(viewContact(contact.state), contact.place.stream).includes(entry.place.stream)

/** What is no contact has no channel. */
const matches = (entry: ContactEntry | EventEntry, { channel }: TimelineQuery): boolean =>
  channel === undefined || (entry.type === 'contact' && viewContact(entry.state).channel === channel)
