import { contactItem } from '../../adapters/dynamodb/entry-item.ts'
import { writePointer } from '../../adapters/dynamodb/identity-items.ts'
import { searchKeys } from '../../adapters/dynamodb/keys.ts'
import { frequenciesItem, keptItem } from '../../adapters/dynamodb/search-items.ts'
import type { Item } from '../../adapters/dynamodb/table.ts'
import type { Contact, Party } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import type { ContactState } from '../../core/contact/contact-state.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { streamName } from '../../core/contact/stream.ts'
import { viewContact } from '../../core/contact/view.ts'
import { streamIdentifier } from '../../core/identity/member.ts'
import { documentOf } from '../../core/search/document.ts'
import { isName, isWord, textOf } from '../../core/search/occurrences.ts'
import { postedTokens, signatureOf } from '../../core/search/postings.ts'
import { type Frequencies, learn, noFrequencies, rarityOf } from '../../core/search/rarity.ts'

/** Puts so many contacts and what finds them into the table, as the indexer would have one by one. */
export function fillSearch(bulk: (items: Item[]) => void, originals: ContactState[], count: number): ContactState[] {
  const frequencies = learnt(originals)
  const rarity = rarityOf(frequencies)
  const known = new Set<string>()
  const written: ContactState[] = []
  bulk([frequenciesItem(frequencies, 1)])
  for (let from = 0; from < count; from += chunk) {
    const states = Array.from({ length: Math.min(chunk, count - from) }, (_, at) => copyOf(originals, from + at))
    const items = states.flatMap(state => itemsOf(state, rarity))
    bulk(items.filter(item => isNew(item, known)))
    written.push(...states)
    if (written.length % 20_000 === 0) process.stderr.write(`  ${written.length} of ${count} contacts written\n`)
  }
  return written
}

const chunk = 500

const learnt = (states: ContactState[]): Frequencies =>
  states.reduce((known, state) => learn(known, [...documentOf(state).tokens].filter(isWord)), noFrequencies)

/** Names and pointers come with many contacts and are written once. */
function isNew({ pk, sk }: Item, known: Set<string>): boolean {
  if (!pk.startsWith(searchKeys.namePartitions) && sk !== 'PTR') return true
  if (known.has(pk + sk)) return false
  known.add(pk + sk)
  return true
}

function itemsOf(state: ContactState, rarity: ReturnType<typeof rarityOf>): Item[] {
  const contact = viewContact(state)
  const place = { stream: streamName(homeIdentifier(contact)), sortAt: state.sortAt }
  const at = { contactId: contact.id, place }
  const { tokens, numbers } = documentOf(state)
  const posted = postedTokens({ tokens, numbers }, rarity)
  const identifier = streamIdentifier(place.stream)
  return [
    contactItem(contact.id, { place, state }, 1),
    keptItem(at, { version: 2, posted, signature: signatureOf(tokens) }),
    writePointer({ identifier, customer: contactId(place.stream), class: 'personal', epochs: [{ epoch: 0 }] }),
    ...posted.map(token => ({ ...searchKeys.posting(token, at), v: 1 })),
    ...posted.filter(isName).map(token => ({ ...searchKeys.name(textOf(token)), v: 1 })),
  ]
}

/** The same contact of another company's customer, some months earlier: other people, other numbers, the same words. */
export function copyOf(originals: ContactState[], at: number): ContactState {
  const original = originals[at % originals.length]
  const copy = Math.floor(at / originals.length)
  if (original === undefined) throw new Error('there is nothing to copy')
  const sortAt = earlier(original.sortAt, copy)
  return { sortAt, parts: original.parts.map(part => copyPart(part, copy)) }
}

const earlier = (time: string, months: number): string =>
  new Date(Date.parse(time) - months * 30 * 86_400_000).toISOString()

function copyPart(part: Contact, copy: number): Contact {
  return {
    ...part,
    id: contactId(part.id, `${copy}`),
    occurredAt: earlier(part.occurredAt, copy),
    receivedAt: earlier(part.receivedAt, copy),
    from: copyParty(part.from, copy),
    to: part.to.map(party => copyParty(party, copy)),
    text: otherNumbers(part.text, copy),
    ...(part.subject !== undefined && { subject: otherNumbers(part.subject, copy) }),
    evidence: part.evidence.map(found => ({ ...found, identifier: copyIdentifier(found.identifier, copy) })),
  }
}

const copyParty = (party: Party, copy: number): Party => ({
  ...party,
  identifier: copyIdentifier(party.identifier, copy),
})

const copyIdentifier = ({ type, value }: Identifier, copy: number): Identifier => ({
  type,
  value: type === 'line' ? value : type === 'email' ? value.replace('@', `${copy}@`) : otherNumbers(value, copy),
})

/** Longer numbers become others; short ones, which are times and sums, stay. */
const otherNumbers = (text: string, copy: number): string =>
  text.replace(/\d{4,}/g, digits =>
    `${(Number(digits.slice(-12)) + copy * 7919) % 10 ** Math.min(12, digits.length)}`.padStart(digits.length, '1'),
  )
