import type { IdentityStore } from '../identity/store.ts'
import type { Position } from '../timeline/entry.ts'
import type { TimelineItem } from '../timeline/read-timeline.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Conversation } from './conversation.ts'
import { customersOf } from './regroup.ts'
import type { ConversationStore, Member } from './store.ts'

export type ReadConversation = {
  store: Pick<ConversationStore, 'contacts'>
  timeline: Pick<TimelineStore, 'readContacts'>
  identity: IdentityStore
}

export type ConversationEntries = { entries: TimelineItem[]; next?: Position }

/**
 * A page of a conversation's contacts, newest first, what was joined into it included. Contacts of another customer,
 * who was just unmerged and whose contacts are about to leave, are not shown.
 */
export async function readConversation(
  { store, timeline, identity }: ReadConversation,
  { id, anchor, joined }: Conversation,
  limit: number,
  before?: Position,
): Promise<ConversationEntries> {
  const from = before && { sortAt: before.sortAt, contactId: before.entryId }
  const lists = await Promise.all([id, ...joined].map(one => store.contacts(one, limit + 1, from)))
  const members = lists.flat().sort(newestFirst)
  const page = members.slice(0, limit)
  const [contacts, customers] = await Promise.all([
    timeline.readContacts(page.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } }))),
    customersOf(identity, [anchor, ...page.map(({ stream }) => stream)]),
  ])
  const home = customers.get(anchor)
  const byId = new Map(contacts.map(entry => [entry.entryId, entry]))
  const entries = page.flatMap(({ contactId, stream }) => {
    const entry = byId.get(contactId)
    return entry && customers.get(stream) === home ? [{ entry, asserted: false }] : []
  })
  const last = members.length > limit ? page.at(-1) : undefined
  return { entries, ...(last && { next: { sortAt: last.sortAt, entryId: last.contactId } }) }
}

const newestFirst = (a: Member, b: Member): number => compare(b.sortAt, a.sortAt) || compare(b.contactId, a.contactId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
