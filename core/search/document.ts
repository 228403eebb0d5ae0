import type { Contact, Party } from '../contact/contact.ts'
import type { ContactState } from '../contact/contact-state.ts'
import { type Identifier, identifierName } from '../contact/identifier.ts'
import { viewContact } from '../contact/view.ts'
import { digitsOf, handleIn, isWord, namesIn, type Occurrence, occurrencesIn, textOf, tokenOf } from './occurrences.ts'
import { isStopWord } from './stop-words.ts'

/** What a contact is found by. `numbers` are all digits of what may be telephone numbers. */
export type Document = { tokens: Set<string>; numbers: string[] }

/** A part of a contact that is looked at, with what was read from it. */
export type Field = { field: FieldName; text: string; occurrences: Occurrence[] }
export const fieldNames = ['subject', 'text', 'name', 'handle', 'identifier'] as const
export type FieldName = (typeof fieldNames)[number]

/** What an entry is found by; nothing finds what was deleted. */
export function documentOf(state: ContactState): Document {
  const found =
    state.deletedAt === undefined ? fieldsOf(viewContact(state)).flatMap(({ occurrences }) => occurrences) : []
  return {
    tokens: new Set(found.map(({ token }) => token).filter(token => !isWord(token) || !isStopWord(textOf(token)))),
    numbers: found.flatMap(({ digits }) => digits ?? []),
  }
}

/** What is looked at, in the order in which a hit in it is shown. The company's own side of a contact finds nothing. */
export function fieldsOf(contact: Contact): Field[] {
  const parties = [...(contact.direction === 'inbound' ? [contact.from] : []), ...contact.to]
  const identifiers = [...parties, ...contact.evidence].map(({ identifier }) => identifier)
  return [...writtenFields(contact), ...parties.flatMap(partyFields), ...identifiers.flatMap(identifierField)]
}

/** The words themselves. */
export const writtenFields = ({ text, subject }: { text: string; subject?: string | undefined }): Field[] => [
  ...written('text', text),
  ...written('subject', subject),
]

const written = (field: FieldName, text: string | undefined): Field[] =>
  text ? [{ field, text, occurrences: occurrencesIn(text) }] : []

const partyFields = ({ name, handle }: Party): Field[] => [
  ...(name ? [{ field: 'name' as const, text: name, occurrences: namesIn(name) }] : []),
  ...(handle ? [{ field: 'handle' as const, text: handle, occurrences: handleIn(handle) }] : []),
]

/** An account number is found like any reference, a telephone number by its digits, an address or a network's id whole. */
function identifierField({ type, value }: Identifier): Field[] {
  if (type === 'line') return []
  return [{ field: 'identifier', text: value, occurrences: inIdentifier({ type, value }) }]
}

function inIdentifier({ type, value }: Identifier): Occurrence[] {
  const whole = { start: 0, end: value.length }
  if (type === 'account') return occurrencesIn(value)
  if (type !== 'phone') return [{ token: tokenOf.identifier(identifierName({ type, value })), ...whole }]
  const digits = digitsOf(value)
  return [{ token: tokenOf.number(digits), digits, ...whole }]
}
