import type { Contact } from '../contact/contact.ts'
import { factsIn } from '../facts/facts-in.ts'
import { type Signs, signsOf } from './signs.ts'

/** Where a source does not say where its customers write from. */
const anywhere = 'US'

/** What a contact says, read without knowing what was said before. Offsets of facts are those of its text. */
export function readSigns(contact: Contact, region = anywhere): Signs {
  const { language, occurredAt, direction } = contact
  const by = direction === 'outbound' ? ('company' as const) : ('customer' as const)
  const context = { region, writtenAt: occurredAt, by, ...(language !== undefined && { language }) }
  const inSubject = contact.subject === undefined ? [] : factsIn(contact.subject, context)
  return signsOf(contact, factsIn(contact.text, context), inSubject)
}
