import * as z from 'zod'
import { viewContact } from '../../core/contact/view.ts'
import { conversationSchema } from '../../core/conversation/conversation.ts'
import { rowOf } from '../../core/conversation/row.ts'
import { type Happening, type LiveEvent, shorten } from '../../core/live/event.ts'
import { eventId } from '../../core/live/position.ts'
import { presenceSchema } from '../../core/live/presence.ts'
import type { ContactEntry } from '../../core/timeline/entry.ts'
import { readEntry } from './entry-item.ts'
import { readRecord } from './identity-items.ts'
import type { ItemChange } from './item-change.ts'
import { conversationKeys, identityKeys, liveKeys, replyKeys, timelineKeys } from './keys.ts'
import { readReply } from './reply-store.ts'
import type { Item, Key } from './table.ts'

type Head = Pick<LiveEvent, 'v' | 'id' | 'at'>
type Tell = (change: ItemChange, head: Head) => Happening[]

/** Which items are told of live, and what a change of each means. */
const tellers: { concerns: (key: Key) => boolean; tell: Tell }[] = [
  { concerns: timelineKeys.isEntry, tell: tellEntry },
  { concerns: identityKeys.isCustomer, tell: tellCustomer },
  { concerns: conversationKeys.isHead, tell: tellConversation },
  { concerns: liveKeys.isPresence, tell: tellPresence },
  { concerns: replyKeys.isReply, tell: tellReply },
]

/** Whether a change of this item may be an event: to be asked before the change is read. */
export const isToldLive = (key: Key): boolean => tellers.some(({ concerns }) => concerns(key))

/** The events that a change of the table is. */
export function liveEventsOf(change: ItemChange): Happening[] {
  const head = headOf(change)
  return tellers.filter(({ concerns }) => concerns(change.key)).flatMap(({ tell }) => tell(change, head))
}

const headOf = ({ key, createdMs, sequence }: ItemChange): Head => ({
  v: 1,
  id: eventId({ createdMs, sequence, key: `${key.pk} ${key.sk}` }),
  at: new Date(createdMs).toISOString(),
})

function tellEntry(change: ItemChange, head: Head): Happening[] {
  switch (typeOf(change.after) ?? typeOf(change.before)) {
    case 'contact':
    case 'ref':
    case 'stub':
      return tellContact(change, head)
    case 'note':
    case 'status':
      return tellNote(change, head)
    case 'notice':
      return tellNotice(change, head)
    default:
      return []
  }
}

const typeOf = (item: Item | undefined): unknown => item?.type

/** A stub stands where a contact was; that it goes after an hour is nothing. */
function tellContact({ key, before, after }: ItemChange, head: Head): Happening[] {
  const { stream, sortAt, entryId } = timelineKeys.parseEntry(key)
  const was = typeOf(before) === 'stub' ? undefined : before
  const is = typeOf(after) === 'stub' ? undefined : after
  const change = changeOf(was, is, after)
  if (change === undefined) return []
  const details = is && change !== 'deleted' ? detailsOf(is) : {}
  return [{ event: { ...head, type: 'contact', change, contactId: entryId, sortAt, ...details }, stream }]
}

function changeOf(was: Item | undefined, is: Item | undefined, stands: Item | undefined) {
  if (is === undefined) {
    if (was === undefined) return undefined
    return stands === undefined && typeOf(was) === 'contact' ? 'deleted' : 'moved'
  }
  if (is.deletedAt !== undefined) return was?.deletedAt === undefined ? 'deleted' : undefined
  return was === undefined ? 'new' : 'changed'
}

/** The stream of another participant only refers to the contact. */
function detailsOf(item: Item) {
  const entry = readEntry(item)
  return entry.type === 'contact' ? contactDetails(entry) : {}
}

function contactDetails({ state, conversation }: ContactEntry) {
  const contact = viewContact(state)
  const { channel, kind, direction, automatic, source, brand, department, social } = contact
  const other = direction === 'inbound' ? contact.from : contact.to[0]
  const title = shorten(contact.subject ?? contact.text)
  const name = shorten(other?.name ?? other?.handle ?? '')
  return {
    ...{ channel, kind, direction, source, brand, department },
    ...(social && { visibility: social.visibility }),
    ...(automatic !== undefined && { automatic }),
    ...(conversation !== undefined && { conversation }),
    ...(title !== '' && { title }),
    ...(name !== '' && { name }),
  }
}

const noteSchema = z.object({
  type: z.enum(['note', 'status']),
  conversation: z.string().optional(),
  mentions: z.array(z.string()).default([]),
  change: z.string().optional(),
})

function tellNote({ key, after }: ItemChange, head: Head): Happening[] {
  if (after === undefined) return []
  const { stream, entryId } = timelineKeys.parseEntry(key)
  const { type: kind, conversation, mentions, change } = noteSchema.parse(after)
  const about = {
    ...{ kind, entryId, mentions },
    ...(change !== undefined && { change }),
    ...(conversation !== undefined && { conversation }),
  }
  return [{ event: { ...head, type: 'note', ...about }, stream }]
}

function tellNotice({ key }: ItemChange, head: Head): Happening[] {
  const { stream, entryId } = timelineKeys.parseEntry(key)
  return [{ event: { ...head, type: 'notice', notice: entryId }, stream }]
}

/** A new customer is told by its first contact. */
function tellCustomer({ before, after }: ItemChange, head: Head): Happening[] {
  if (before === undefined || after === undefined) return []
  const { id: customer, redirect } = readRecord(after)
  return [{ event: { ...head, type: 'customer', customer, ...(redirect !== undefined && { redirect }) } }]
}

/** Whose it is follows from the stream that it is anchored at, which is not told. */
function tellConversation({ before, after }: ItemChange, head: Head): Happening[] {
  if (after === undefined) return []
  const conversation = conversationSchema.parse(after)
  const {
    v: _v,
    id: _id,
    anchor: stream,
    ...row
  } = rowOf(conversation) ?? { v: 1, id: '', anchor: conversation.anchor }
  const { id, joinedInto } = conversation
  const about = { conversation: id, ...row, ...(joinedInto !== undefined && { joinedInto }) }
  return [{ event: { ...head, type: 'conversation', change: before ? 'changed' : 'new', ...about }, stream }]
}

/** What ended by itself is told too, though in the cloud hours later: `until` has told it before. */
function tellPresence({ before, after }: ItemChange, head: Head): Happening[] {
  const { where, who, state, untilMs } = presenceSchema.parse(after ?? before)
  if (after === undefined) return [{ event: { ...head, type: 'presence', where, who, state: 'gone' } }]
  return [{ event: { ...head, type: 'presence', where, who, state, until: new Date(untilMs).toISOString() } }]
}

/** That a worker holds it for a moment is nothing to people. */
function tellReply({ after }: ItemChange, head: Head): Happening[] {
  if (after === undefined) return []
  const { id, status, by, conversation, anchor: stream } = readReply(after)
  if (status === 'sending') return []
  return [{ event: { ...head, type: 'reply', reply: id, status, by, conversation }, stream }]
}
