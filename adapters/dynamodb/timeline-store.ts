import * as z from 'zod'
import { instantSchema } from '../../core/contact/contact.ts'
import { refStreams } from '../../core/contact/home.ts'
import { viewContact } from '../../core/contact/view.ts'
import type { ContactEntry, Entry } from '../../core/timeline/entry.ts'
import type { Located, Settled, TimelineStore, Window } from '../../core/timeline/timeline-store.ts'
import { contactItem, readEntry, refItem } from './entry-item.ts'
import { timelineKeys } from './keys.ts'
import type { Item, Range, Table, Write } from './table.ts'

const locatedSchema = z.object({
  v: z.literal(1),
  version: z.int(),
  place: z.object({ stream: z.string(), sortAt: instantSchema }).optional(),
  deletedAt: instantSchema.optional(),
  answers: z.array(z.string()).default([]),
})

/** Entries by stream and time, and where each contact is. */
export function timelineStore(table: Table): TimelineStore {
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
      return item && contactEntry(readEntry(item))
    },
    readContacts: async wanted => {
      const keys = wanted.map(({ contactId, place }) => timelineKeys.entry(place.stream, place.sortAt, contactId))
      return (await table.batchGet(keys)).flatMap(item => contactEntry(readEntry(item)) ?? [])
    },
    writeContact: async (contactId, to, version) => {
      const item = contactItem(contactId, to.place, to.state, (version ?? 0) + 1)
      return (await table.put(item, version === undefined ? 'absent' : { version })).written
    },
    writeRefs: async (contactId, to) => table.putAll(to.refs.map(stream => refItem(contactId, stream, to.place))),
    move: async (...move) => (await table.transact(moveWrites(...move))).committed,
    readStream: async (stream, limit, window) => (await table.query(streamRange(stream, limit, window))).map(readEntry),
  }
}

/** Old and new refs may share a key only when time and stream are the same: then the put alone stands. */
function moveWrites(contactId: string, located: Located, from: ContactEntry | undefined, to: Settled): Write[] {
  const { version, ...known } = located
  const puts: Write[] = [
    { put: locatedItem(contactId, { ...known, place: to.place }, version + 1), when: { version } },
    { put: contactItem(contactId, to.place, to.state, 1), when: 'absent' },
    ...to.refs.map(stream => ({ put: refItem(contactId, stream, to.place) })),
  ]
  if (from === undefined) return puts
  const kept = new Set(puts.map(write => ('put' in write ? `${write.put.pk} ${write.put.sk}` : '')))
  const oldRefs = refStreams(viewContact(from.state), from.place.stream)
  const removals = oldRefs
    .map(stream => timelineKeys.entry(stream, from.place.sortAt, contactId))
    .filter(({ pk, sk }) => !kept.has(`${pk} ${sk}`))
    .map((key): Write => ({ remove: key }))
  const entry = timelineKeys.entry(from.place.stream, from.place.sortAt, contactId)
  return [...puts, { remove: entry, when: { version: from.version } }, ...removals]
}

function streamRange(stream: string, limit: number, { before, since, until }: Window): Range {
  const upper = until === undefined ? timelineKeys.end : timelineKeys.to(until)
  const cursor = before ? timelineKeys.before(before.sortAt, before.entryId) : upper
  const to = cursor < upper ? cursor : upper
  return { pk: timelineKeys.stream(stream), limit, newestFirst: true, from: timelineKeys.from(since ?? ''), to }
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
