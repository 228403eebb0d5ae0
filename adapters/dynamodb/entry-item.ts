import * as z from 'zod'
import { type Contact, contactSchema, instantSchema } from '../../core/contact/contact.ts'
import type { Entry, EventEntry, Place } from '../../core/timeline/entry.ts'
import { eventSchema } from '../../core/timeline/event.ts'
import type { Settled } from '../../core/timeline/timeline-store.ts'
import { conversationKeys, timelineKeys } from './keys.ts'
import { packText, unpackText } from './packed-text.ts'
import type { Item, Write } from './table.ts'

const placeSchema = z.object({ stream: z.string(), sortAt: instantSchema })
const storedText = z.union([z.string(), z.instanceof(Uint8Array)])

/** A part as it is stored: the contact without its id, which the sort key holds, and its text packed. */
const partSchema = z.object({ text: storedText.transform(unpackText) }).loose()

const contactItemSchema = z.object({
  v: z.literal(1),
  type: z.literal('contact'),
  version: z.int(),
  parts: z.array(partSchema).min(1),
  deletedAt: instantSchema.optional(),
  conversation: z.string().optional(),
})
const refItemSchema = z.object({ v: z.literal(1), type: z.literal('ref'), home: placeSchema })
const entryItemSchema = z.discriminatedUnion('type', [contactItemSchema, refItemSchema, eventSchema])

type Stored = Pick<Settled, 'place' | 'state' | 'conversation'>

export function contactItem(contactId: string, { place, state, conversation }: Stored, version: number): Item {
  const parts = state.parts.map(storePart)
  const { deletedAt } = state
  return {
    ...timelineKeys.entry(place.stream, place.sortAt, contactId),
    v: 1,
    type: 'contact',
    version,
    parts,
    deletedAt,
    conversation,
  }
}

/** Events are written once and never changed. */
export const eventItem = ({ entryId, place, event }: EventEntry): Item => ({
  ...timelineKeys.entry(place.stream, place.sortAt, entryId),
  ...eventSchema.parse(event),
})

/** The same, and where it lies for those who read its conversation. */
export function eventWrites(entry: EventEntry): Write[] {
  const { entryId, place, event } = entry
  const written: Write = { put: eventItem(entry), when: 'absent' }
  if (event.conversation === undefined) return [written]
  const known = conversationKeys.event(event.conversation, place.sortAt, entryId)
  return [written, { put: { ...known, v: 1, stream: place.stream } }]
}

export function refItem(contactId: string, stream: string, home: Place): Item {
  return { ...timelineKeys.entry(stream, home.sortAt, contactId), v: 1, type: 'ref', home }
}

/** A ref that came by a move: it may stand where the contact itself was. */
export const movedRefItem = (contactId: string, stream: string, home: Place): Item => ({
  ...refItem(contactId, stream, home),
  moved: true,
})

/** Holds a place that an entry has left. It is no entry. */
export function stubItem(contactId: string, { stream, sortAt }: Place, expiresAt: number): Item {
  return { ...timelineKeys.entry(stream, sortAt, contactId), v: 1, type: 'stub', expiresAt }
}

export const isStub = (item: Item): boolean => item.type === 'stub'

/** Reads an entry of any known version; throws on an item that is none. */
export function readEntry(item: Item): Entry {
  const { stream, sortAt, entryId } = timelineKeys.parseEntry(item)
  const place = { stream, sortAt }
  const stored = entryItemSchema.parse(item)
  if (stored.type === 'ref') return { type: 'ref', entryId, place, home: stored.home }
  if (stored.type !== 'contact') return { type: 'event', entryId, place, event: stored }
  const parts = stored.parts.map(part => contactSchema.parse({ ...part, id: entryId }))
  const state = { sortAt, parts, ...(stored.deletedAt === undefined ? {} : { deletedAt: stored.deletedAt }) }
  const { version, conversation } = stored
  return { type: 'contact', entryId, place, state, version, ...(conversation !== undefined && { conversation }) }
}

function storePart(contact: Contact): Record<string, unknown> {
  const { id: _id, ...part } = contact
  const { packed, truncated } = packText(contact.text)
  return { ...part, text: packed, ...(truncated ? { truncated } : {}) }
}
