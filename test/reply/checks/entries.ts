import type { Contact } from '../../../core/contact/contact.ts'
import { homeIdentifier } from '../../../core/contact/home.ts'
import { sortAt } from '../../../core/contact/sort-at.ts'
import { streamName } from '../../../core/contact/stream.ts'
import type { ContactEntry } from '../../../core/timeline/entry.ts'

/** A contact as its own stream holds it. */
export const entryOf = (contact: Contact): ContactEntry => ({
  type: 'contact',
  entryId: contact.id,
  place: { stream: streamName(homeIdentifier(contact)), sortAt: sortAt(contact) },
  state: { sortAt: sortAt(contact), parts: [contact] },
  version: 1,
})
