import type { Contact, Party } from '../contact/contact.ts'

/** Addresses, links, handles, hashtags that may hold them, and whatever holds a digit. */
const identifying = /\S*@\S*|https?:\S+|www\.\S+|\S*\p{Nd}\S*/gu
const word = /\p{L}+/gu
const shortestName = 2

/** The words that the record knows as names of the people of a contact: their names and handles, in lower case. */
export const namesOf = ({ from, to }: Pick<Contact, 'from' | 'to'>): string[] => [from, ...to].flatMap(wordsOfParty)

const wordsOfParty = ({ name, handle }: Party): string[] =>
  [name, handle].flatMap(text => text?.toLowerCase().match(word) ?? []).filter(one => one.length >= shortestName)

/**
 * A text without what could tell who it is about: addresses, links, handles, numbers in any grouping, and the names known
 * from its record. What is left out leaves a space.
 */
export function masked(text: string, names: readonly string[]): string {
  const known = new Set(names)
  return text
    .normalize('NFKC')
    .replace(identifying, ' ')
    .replace(word, one => (known.has(one.toLowerCase()) ? ' ' : one))
}
