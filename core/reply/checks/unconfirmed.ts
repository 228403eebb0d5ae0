import { htmlLines } from '../../channels/email/words/html-lines.ts'
import { type Identifier, identifierName } from '../../contact/identifier.ts'
import { viewContact } from '../../contact/view.ts'
import type { FactContext } from '../../facts/fact.ts'
import { factsIn } from '../../facts/facts-in.ts'
import { plainCode } from '../../facts/found.ts'
import { sentencesOf } from '../../facts/sentence.ts'
import { streamIdentifier } from '../../identity/member.ts'
import type { ContactEntry } from '../../timeline/entry.ts'
import type { MemberStream } from '../../timeline/read-timeline.ts'
import { confirmedWith, isKnownTo } from './confirmed.ts'
import type { Objection } from './objection.ts'
import { isIn, isToldIn, type Quoted, quotedIn } from './quoted.ts'
import { type Searched, searched } from './written.ts'

export type UnconfirmedInput = {
  text: string
  html?: string | undefined
  subject?: string | undefined
  /** The customer's contacts, in any order: as many as are read for a brief. */
  entries: readonly ContactEntry[]
  members: readonly MemberStream[]
  /** The stream that the answer goes to. */
  to: string
  /** The company's own identifiers, which anybody may be told. */
  own: readonly Identifier[]
  context: FactContext
}

/** What one side of an unproven link says; without an entry it is an identifier itself. */
type Source = { words: Searched; entryId?: string; isOurs: boolean }

const advice = 'Ask the customer to confirm with a “this is me” link first, or leave it out.'

/**
 * What the answer quotes although the customer's timeline holds it only across a link that nobody proved: whoever gets it
 * may be somebody else. Numbers (also of telephones), amounts, mail and postal addresses are looked for, however they are
 * written, in the text, the HTML and the subject; names, days and things are not. Never waivable.
 */
export function unconfirmed(input: UnconfirmedInput): Objection[] {
  const { members, to, entries, own, context } = input
  const confirmed = confirmedWith(members, to)
  const across = entries.filter(entry => !isKnownTo(entry, confirmed)).map(sourceOf)
  const identifiers = members.map(({ stream }) => stream).filter(stream => !confirmed.has(stream))
  const unknown = [...across, ...identifiers.map(identifierSource)]
  if (unknown.length === 0) return []
  const known = [
    ...entries.filter(entry => isKnownTo(entry, confirmed)).map(entry => sourceOf(entry).words),
    ...[...confirmed].map(stream => identifierSource(stream).words),
    ...own.map(one => searched(identifierName(one))),
  ]
  const found = eachOnce(quotedIn(wordsOf(input), context))
    .map(quoted => ({ quoted, sources: unknown.filter(source => tells(source, quoted, context)) }))
    .filter(({ quoted, sources }) => sources.length > 0 && !known.some(words => isIn(words, quoted, context)))
  return found
    .filter(({ quoted }) => !found.some(other => isPartOf(quoted, other.quoted)))
    .map(({ quoted, sources }) => objectionTo(quoted, sources))
}

/** A number is found by its groups and as a whole: the longest says it. */
const isPartOf = (one: Quoted, other: Quoted): boolean =>
  one !== other && one.value !== other.value && plainCode(other.value).includes(plainCode(one.value))

/** What HTML hides, and the attributes that hold words and addresses, reach whoever gets it, too. */
function wordsOf({ text, html = '', subject = '' }: UnconfirmedInput): string {
  if (html === '') return `${subject}\n${text}`
  const shown = htmlLines(html, 10_000).map(line => line.text)
  const attributes = html.match(/(?:href|src|alt|title)\s{0,9}=\s{0,9}(?:"[^"]{0,2000}"|'[^']{0,2000}')/giu) ?? []
  return [subject, text, ...shown, html.replace(/<[^<>]{0,2000}>/g, ''), ...attributes].join('\n')
}

function sourceOf({ entryId, state }: ContactEntry): Source {
  const { subject = '', text, direction } = viewContact(state)
  return { words: searched(`${subject}\n${text}`), entryId, isOurs: direction === 'outbound' }
}

const identifierSource = (stream: string): Source => ({
  words: searched(streamIdentifier(stream).value),
  isOurs: false,
})

/** Of what we wrote, only what is the addressee's: our own number and address stand under every answer. */
function tells({ words, isOurs }: Source, quoted: Quoted, context: FactContext): boolean {
  if (!isToldIn(words, quoted, context)) return false
  if (!isOurs || quoted.kind === 'amount') return true
  return sentencesOf(words.text).some(
    ({ text }) => isIn(searched(text), quoted, context) && isTheirsIn(text, quoted, context),
  )
}

const isTheirsIn = (sentence: string, quoted: Quoted, context: FactContext): boolean =>
  factsIn(sentence, { ...context, by: 'company' }).some(
    ({ kind, value, start, holder }) =>
      plainCode(value).includes(plainCode(quoted.value)) &&
      (kind === 'phone' || kind === 'email' ? isYours(sentence, start) : holder === 'addressee'),
  )

/** "We will call you on …" is theirs, "Ring us on …" and "Tel. …" are ours: the nearest word before it tells. */
function isYours(text: string, start: number): boolean {
  const last = [...text.slice(Math.max(0, start - 60), start).matchAll(yoursOrOurs)].at(-1)
  return last?.[1] !== undefined
}
const yoursOrOurs =
  /(?<!\p{L})(?:(you|your|yours|ihre?[mnr]?|sie|dich|dein\p{L}*|votre|vos|vous|su|le|usted)|us|our|ours|we|hotline|tel|telefon|phone|fax|uns|unser\p{L}*|nous|notre|nos|nuestr\p{L}+|llámenos)(?!\p{L})/giu

function eachOnce(quoted: readonly Quoted[]): Quoted[] {
  const byName = new Map(quoted.map(one => [`${one.kind} ${one.value}`, one]))
  return [...byName.values()]
}

const objectionTo = ({ kind, written }: Quoted, sources: readonly Source[]): Objection => ({
  kind: 'unconfirmed',
  message: `“${written.slice(0, 80)}” (${kind}) is known only from a contact that may be another person’s. ${advice}`,
  entryIds: [...new Set(sources.flatMap(({ entryId }) => entryId ?? []))].sort().slice(0, 20),
  waivable: false,
})
