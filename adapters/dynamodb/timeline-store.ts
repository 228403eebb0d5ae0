import * as z from 'zod'
import { instantSchema } from '../../core/contact/contact.ts'
import { refStreams } from '../../core/contact/home.ts'
import { viewContact } from '../../core/contact/view.ts'
import { type ContactEntry, type Entry, samePlace } from '../../core/timeline/entry.ts'
import type { Located, Settled, TimelineStore, Window } from '../../core/timeline/timeline-store.ts'
import { contactItem, isStub, movedRefItem, readEntry, refItem, stubItem } from './entry-item.ts'
import { timelineKeys } from './keys.ts'
import { type Item, type Key, keyOf, type Range, type Table, type Write } from './table.ts'

const locatedSchema = z.object({
  v: z.literal(1),
  version: z.int(),
  place: z.object({ stream: z.string(), sortAt: instantSchema }).optional(),
  deletedAt: instantSchema.optional(),
  answers: z.array(z.string()).default([]),
})

/** Entries by stream and time, and where each contact is. `now` is epoch milliseconds. */
export function timelineStore(table: Table, now: () => number): TimelineStore {
  return {
    claim: async (contactId, place) => {
      const put = await table.put(locatedItem(contactId, { place, answers: [] }, 1), 'absent')
      return put.written ? undefined : readLocated(put.existing)
    },
    locate: async contactId => readLocated(await table.get(timelineKeys.contact(contactId), true)),
    mark: async (contactId, next, known) => {
      const item = locatedItem(contactId, next, (known?.version ?? 0) + 1)
      return (await table.put(item, known ? { version: known.version } : 'absent')).written
    },
    readContact: async (contactId, { stream, sortAt }) => {
      const item = await table.get(timelineKeys.entry(stream, sortAt, contactId), true)
      return item && !isStub(item) ? contactEntry(readEntry(item)) : undefined
    },
    readContacts: async wanted => {
      const keys = wanted.map(({ contactId, place }) => timelineKeys.entry(place.stream, place.sortAt, contactId))
      return (await table.batchGet(keys)).flatMap(item => (isStub(item) ? [] : (contactEntry(readEntry(item)) ?? [])))
    },
    readEntries: async wanted => {
      const keys = wanted.map(({ entryId, place }) => timelineKeys.entry(place.stream, place.sortAt, entryId))
      const entries = (await table.batchGet(keys)).flatMap(item => (isStub(item) ? [] : [readEntry(item)]))
      return entries.flatMap(entry => (entry.type === 'ref' ? [] : [entry]))
    },
    writeContact: async (contactId, to, version) => {
      const item = contactItem(contactId, to, (version ?? 0) + 1)
      return (await table.put(item, version === undefined ? 'absent' : { version })).written
    },
    writeRefs: async (contactId, to) => {
      await Promise.all(to.refs.map(stream => table.put(refItem(contactId, stream, to.place), 'absent')))
    },
    move: async (contactId, located, from, to) => {
      const left = from ? leaveWrites(contactId, from, expiry(now())) : []
      return (await table.transact([...arriveWrites(contactId, located, from, to), ...without(left, to, contactId)]))
        .committed
    },
    readStream: (stream, limit, window) => readStream(table, stream, limit, window),
  }
}

/** The version of where the contact is guards the move; at a new place an older ref of the contact may lie. */
function arriveWrites(contactId: string, located: Located, from: ContactEntry | undefined, to: Settled): Write[] {
  const { version, ...known } = located
  const replaced = from && samePlace(from.place, to.place) ? from.version : undefined
  const item = contactItem(contactId, to, (replaced ?? 0) + 1)
  return [
    { put: locatedItem(contactId, { ...known, place: to.place }, version + 1), when: { version } },
    replaced === undefined ? { put: item } : { put: item, when: { version: replaced } },
    ...to.refs.map(stream => ({ put: movedRefItem(contactId, stream, to.place) })),
  ]
}

/** What stood at the old place goes. A stub stays for an hour: a slow first writer must not put the entry there again. */
function leaveWrites(contactId: string, from: ContactEntry, expiresAt: number): Write[] {
  const { stream, sortAt } = from.place
  const refs = refStreams(viewContact(from.state), stream).map(ref => timelineKeys.entry(ref, sortAt, contactId))
  return [
    { put: stubItem(contactId, from.place, expiresAt), when: { version: from.version } },
    ...refs.map((key): Write => ({ remove: key })),
  ]
}

/** A transaction may touch a key once: where old and new meet, the new stands. */
function without(left: Write[], to: Settled, contactId: string): Write[] {
  const streams = [to.place.stream, ...to.refs]
  const taken = new Set(streams.map(stream => keyText(timelineKeys.entry(stream, to.place.sortAt, contactId))))
  return left.filter(write => !taken.has(keyText(keyOf(write))))
}

const keyText = ({ pk, sk }: Key): string => `${pk} ${sk}`

const expiry = (now: number): number => Math.floor(now / 1000) + 3600

/** Reads on past stubs, so that fewer than `limit` entries mean that there are no more. */
async function readStream(table: Table, stream: string, limit: number, window: Window): Promise<Entry[]> {
  const items = await table.query(streamRange(stream, limit, window))
  const last = items.at(-1)
  const entries = items.flatMap(item => (isStub(item) ? [] : [readEntry(item)]))
  if (last === undefined || items.length < limit || entries.length === limit) return entries
  const { sortAt, entryId } = timelineKeys.parseEntry(last)
  const on = window.after ? { after: { sortAt, entryId } } : { before: { sortAt, entryId } }
  return [...entries, ...(await readStream(table, stream, limit - entries.length, { ...window, ...on }))]
}

function streamRange(stream: string, limit: number, { before, after, since, until }: Window): Range {
  const upper = until === undefined ? timelineKeys.end : timelineKeys.to(until)
  const last = before ? timelineKeys.before(before.sortAt, before.entryId) : upper
  const lower = timelineKeys.from(since ?? '')
  const first = after ? timelineKeys.after(after.sortAt, after.entryId) : lower
  const [from, to] = [first > lower ? first : lower, last < upper ? last : upper]
  return { pk: timelineKeys.stream(stream), limit, newestFirst: after === undefined, from, to }
}

const contactEntry = (entry: Entry): ContactEntry | undefined => (entry.type === 'contact' ? entry : undefined)

const locatedItem = (contactId: string, located: Omit<Located, 'version'>, version: number): Item => ({
  ...timelineKeys.contact(contactId),
  v: 1,
  version,
  place: located.place,
  deletedAt: located.deletedAt,
  answers: located.answers.length > 0 ? located.answers : undefined,
})

function readLocated(item: Item | undefined): Located | undefined {
  if (item === undefined) return undefined
  const { place, deletedAt, answers, version } = locatedSchema.parse(item)
  return { answers, version, ...(place && { place }), ...(deletedAt !== undefined && { deletedAt }) }
}
