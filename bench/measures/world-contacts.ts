import type { Contact } from '../../core/contact/contact.ts'
import { readEvent } from '../world/read-event.ts'
import { world } from '../world/world.ts'

/** What a company's month comes to: every contact, part and revision that the channels read from a world's payloads. */
export async function* worldContacts(contacts: number, seed = 1): AsyncGenerator<Contact> {
  for (const event of world({ contacts, seed })) {
    for (const finding of await readEvent(event)) if (finding.type === 'contact') yield finding.contact
  }
}
