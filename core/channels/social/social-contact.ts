import type { Contact } from '../../contact/contact.ts'
import { contactText } from '../../payload/text.ts'
import type { Source } from '../../source/source.ts'
import type { Payload } from '../channel.ts'

/** What a network's event says of a contact; what source and payload add is left out. */
export type SocialRecord = Pick<
  Contact,
  'id' | 'revision' | 'channel' | 'kind' | 'direction' | 'occurredAt' | 'from' | 'to' | 'text' | 'evidence'
> &
  Partial<Pick<Contact, 'attachments' | 'language' | 'thread' | 'answers' | 'provider' | 'social'>>

export function socialContact(record: SocialRecord, source: Source, { receivedAt, rawRef }: Payload): Contact {
  const { text, attachments = [], ...said } = record
  return {
    ...{ v: 1, source: source.id, brand: source.brand, department: source.department },
    ...said,
    ...contactText(text),
    ...{ attachments: attachments.slice(0, 100), receivedAt, rawRef },
  }
}

/** The author of an event that names none: the network hides who wrote, so the contact lies on the source's own line. */
export const unnamedAuthor = (source: Source): Contact['from'] => ({ identifier: { type: 'line', value: source.id } })
