import type { Contact } from '../contact/contact.ts'
import type { Reference } from './conversation.ts'
import { topicsOf } from './topics.ts'

/** What tells which matter a contact belongs to. */
export type Signs = { references: Reference[]; topics: string[] }

/** Finds the references that a text states of its author's own matters. */
export type FindReferences = (text: string, writtenAt: string) => Reference[]

/** The signs of a contact, in its subject and in its words. */
export function signsOf(contact: Contact, findReferences: FindReferences): Signs {
  const text = [contact.subject, contact.text].filter(Boolean).join('\n')
  return { references: findReferences(text, contact.occurredAt), topics: topicsOf(text) }
}
