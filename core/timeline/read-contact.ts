import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { TimelineStore } from './timeline-store.ts'

/** A contact as people see it, wherever it lies; undefined when it is not there, or was deleted. Two round trips. */
export async function readContact(
  store: Pick<TimelineStore, 'locate' | 'readContact'>,
  contactId: string,
): Promise<Contact | undefined> {
  const located = await store.locate(contactId)
  const entry = located?.place && (await store.readContact(contactId, located.place))
  return entry === undefined || entry.state.deletedAt !== undefined ? undefined : viewContact(entry.state)
}
