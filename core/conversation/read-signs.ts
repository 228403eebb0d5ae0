import type { Contact } from '../contact/contact.ts'
import { factsIn } from '../facts/facts-in.ts'
import { promiseIn } from '../promise/promise-in.ts'
import type { Promised } from './conversation.ts'
import { type Signs, signsOf } from './signs.ts'

/** Where a source does not say where its customers write from. */
const anywhere = 'US'

/** What a contact says, read without knowing what was said before. Offsets of facts are those of its text. */
export function readSigns(contact: Contact, region = anywhere): Signs {
  const { language, occurredAt, direction } = contact
  const by = direction === 'outbound' ? ('company' as const) : ('customer' as const)
  const context = { region, writtenAt: occurredAt, by, ...(language !== undefined && { language }) }
  const inSubject = contact.subject === undefined ? [] : factsIn(contact.subject, context)
  const promised = direction === 'outbound' ? promiseIn(contact.text, context) : undefined
  return signsOf(contact, factsIn(contact.text, context), inSubject, promised && promisedBy(contact, promised.by))
}

/** A promise of a day is kept until that day is over, by UTC: the latest that anybody could take it to be. */
const promisedBy = ({ id, occurredAt }: Contact, day: string | undefined): Promised => ({
  madeAt: occurredAt,
  contactId: id,
  ...(day !== undefined && { by: `${day}T23:59:59.999Z` }),
})
