import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { isKnownTo } from '../reply/checks/confirmed.ts'
import { holdsCode, type Searched, searched } from '../reply/checks/written.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { MacroValue, MacroValues } from './render.ts'

export type ValuesOf = {
  /** What the one who answers is called, where that is known. */
  agentName: string | undefined
  conversation: Conversation
  /** The customer's contacts, newest first. */
  entries: readonly ContactEntry[]
  /** The streams of the customer. */
  streams: readonly string[]
  /** Those that are proven to be of whoever gets the answer: `confirmedWith`. */
  confirmed: ReadonlySet<string>
  /** BCP 47: how days are written. */
  language: string
}

/** What a macro's variables say in a conversation. Each value says whether it is known only across an unproven link. */
export function macroValues(given: ValuesOf): MacroValues {
  const { agentName, conversation } = given
  const name = customerName(given)
  return {
    ...(name && { 'customer.name': name, ...firstOf(name, 'customer.firstName') }),
    ...(agentName !== undefined && {
      'agent.name': proven(agentName),
      ...firstOf(proven(agentName), 'agent.firstName'),
    }),
    brand: proven(conversation.brand),
    ...references(given),
    ...promised(given),
  }
}

const proven = (text: string): MacroValue => ({ text, asserted: false })

/** What the customer called themselves last, on this side of an unproven link before what lies across it. */
function customerName({ entries, streams, confirmed }: ValuesOf): MacroValue | undefined {
  const named = entries.flatMap(entry => {
    const { direction, from } = viewContact(entry.state)
    const isOwn = direction === 'inbound' && streams.includes(entry.place.stream)
    const text = isOwn ? personalName(from.name ?? '') : undefined
    return text === undefined ? [] : [{ text, asserted: !confirmed.has(entry.place.stream) }]
  })
  return named.find(({ asserted }) => !asserted) ?? named[0]
}

/** "Field, Alice" is Alice Field; an address or a number is nobody's name. */
function personalName(written: string): string | undefined {
  const name = written.replace(/["“”]/g, '').replace(/\s+/g, ' ').trim()
  if (name === '' || /[\d@/]/.test(name)) return undefined
  const [, last, first] = /^([^,]+), ([^,]+)$/.exec(name) ?? []
  return last === undefined || first === undefined ? name : `${first} ${last}`
}

function firstOf({ text, asserted }: MacroValue, variable: 'customer.firstName' | 'agent.firstName'): MacroValues {
  const first = text.split(' ')[0] ?? ''
  return first.replace(/\./g, '').length < 2 ? {} : { [variable]: { text: first, asserted } }
}

/** A number counts as told on this side where some contact of this side holds it. */
function references({ conversation, entries, confirmed }: ValuesOf): MacroValues {
  const known = entries.filter(entry => isKnownTo(entry, confirmed)).map(wordsOf)
  const values = conversation.references.map(({ kind, value }) => [
    `conversation.reference.${kind}`,
    { text: value, asserted: !known.some(words => holdsCode(words, value)) },
  ])
  return Object.fromEntries(values)
}

function wordsOf({ state }: ContactEntry): Searched {
  const { subject = '', text } = viewContact(state)
  return searched(`${subject}\n${text}`)
}

/** A promise is kept until its day is over by UTC: that is the day it names. */
function promised({ conversation: { promise }, entries, confirmed, language }: ValuesOf): MacroValues {
  const entry = entries.find(({ entryId }) => entryId === promise?.contactId)
  if (promise?.by === undefined || entry === undefined) return {}
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(promise.by))
  return { 'promise.by': { text: day, asserted: !isKnownTo(entry, confirmed) } }
}
