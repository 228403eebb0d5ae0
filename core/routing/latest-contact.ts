import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { RoutingDeps } from './deps.ts'

/** The customer's latest contact is found among this many of the conversation's newest, or it is the newest of these. */
const mostRead = 10

/** The contact that rules look at; undefined where a conversation has none any more. */
export async function latestContact(
  { store, timeline }: Pick<RoutingDeps, 'store' | 'timeline'>,
  { id, joined }: Conversation,
): Promise<Contact | undefined> {
  const lists = await Promise.all([id, ...joined].map(one => store.contacts(one, mostRead)))
  const newest = lists
    .flat()
    .sort((a, b) => (a.sortAt < b.sortAt ? 1 : -1))
    .slice(0, mostRead)
  const places = newest.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } }))
  const entries = await timeline.readContacts(places)
  const inOrder = entries.sort((a, b) => (a.place.sortAt < b.place.sortAt ? 1 : -1))
  const contacts = inOrder.map(({ state }) => viewContact(state))
  return contacts.find(({ direction }) => direction === 'inbound') ?? contacts[0]
}
