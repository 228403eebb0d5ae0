import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { ConversationDeps } from '../conversation/deps.ts'
import { isOpen } from '../hours/working-time.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { Automated } from './automated.ts'
import { type Occurrence, ofContact } from './occurrence.ts'
import type { Situation } from './situation.ts'

export type SituationDeps = Pick<ConversationDeps, 'terms' | 'now'> & {
  store: Pick<ConversationDeps['store'], 'read' | 'contacts' | 'anchored'>
  timeline: Pick<ConversationDeps['timeline'], 'readContacts'>
}

/** A conversation's contacts are looked at this far back: more do not come between two looks. */
const mostContacts = 20

/** Who opened more conversations than this wrote before in any case. */
const mostOfStream = 20

/** How a conversation stands for rules; by its newest contact of the customer where none is given. */
export async function situationOf(
  deps: SituationDeps,
  conversation: Conversation,
  contact?: Contact,
  at = deps.now(),
): Promise<Situation> {
  const [{ hours }, opened, newest] = await Promise.all([
    deps.terms(conversation),
    deps.store.anchored(conversation.anchor, mostOfStream),
    contact ?? newestInbound(deps, conversation.id),
  ])
  return {
    conversation,
    outsideHours: !isOpen(hours, at),
    firstTime: newest?.id === conversation.openedBy && opened.at(-1) === conversation.id,
    ...(newest && { contact: newest }),
  }
}

async function newestInbound(deps: SituationDeps, conversation: string): Promise<Contact | undefined> {
  const entries = await readNewest(deps, conversation)
  return entries.map(({ state }) => viewContact(state)).find(({ direction }) => direction === 'inbound')
}

/** The newest contacts of a conversation that were not deleted, newest first. */
export async function readNewest({ store, timeline }: SituationDeps, conversation: string): Promise<ContactEntry[]> {
  const members = await store.contacts(conversation, mostContacts)
  const order = members.map(({ contactId }) => contactId)
  const wanted = members.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } }))
  const entries = await timeline.readContacts(wanted)
  return entries
    .filter(({ state }) => state.deletedAt === undefined)
    .toSorted((a, b) => order.indexOf(a.entryId) - order.indexOf(b.entryId))
}

export type Arrived = { contact: Contact; occurrences: (knownTopics: readonly string[]) => Occurrence[] }

/** Contacts of a conversation that rules were not asked about and that are not older than `from`, oldest first. */
export async function newContacts(
  deps: SituationDeps,
  conversation: string,
  { seen }: Automated,
  from: string,
): Promise<Arrived[]> {
  const members = await deps.store.contacts(conversation, mostContacts)
  if (members.every(({ contactId, sortAt }) => seen.includes(contactId) || sortAt < from)) return []
  const entries = await readNewest(deps, conversation)
  return entries
    .filter(({ entryId, place }) => !seen.includes(entryId) && place.sortAt >= from)
    .toReversed()
    .map(({ state }) => viewContact(state))
    .map(contact => ({ contact, occurrences: topics => ofContact(conversation, contact, topics) }))
}
