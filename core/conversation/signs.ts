import type { Contact } from '../contact/contact.ts'
import type { Fact } from '../facts/fact.ts'
import { referencesOf } from '../facts/facts-in.ts'
import type { Promised, Reference } from './conversation.ts'
import { topicsOf } from './topics.ts'

/** What a contact says, as far as conversations ask: its facts, what it is about, and what it promises if we wrote it. */
export type Signs = { references: Reference[]; topics: string[]; facts: Fact[]; promise?: Promised }

/** The signs of a contact, from the facts that its words, and its subject, state. */
export function signsOf(contact: Contact, facts: Fact[], inSubject: Fact[] = [], promise?: Promised): Signs {
  const by = contact.direction === 'inbound' ? 'customer' : 'company'
  const named = referencesOf([...facts, ...inSubject], by)
  const references = named.map(({ kind, value }) => ({ kind, value: value.slice(0, 64) }))
  const topics = topicsOf([contact.subject, contact.text].filter(Boolean).join('\n'))
  return { references, topics, facts, ...(promise && { promise }) }
}
