import { identifierName, parseIdentifierName } from '../contact/identifier.ts'
import type { Document } from './document.ts'
import { fold } from './fold.ts'
import { isName, isUnspaced, isWord, type Occurrence, occurrencesIn, textOf, tokenOf } from './occurrences.ts'
import { isStopWord } from './stop-words.ts'

/** What one thing that was typed asks for: a token, a name that begins like this, a number that ends in the same digits. */
export type Need = { token: string } | { prefix: string } | { digits: string }

/** One thing that was typed, and the ways in which a contact may hold it: one of them must hold in all its needs. */
export type Term = { typed: string; ways: Need[][] }

export const maxTerms = 8

/** `onlyFrequent`: nothing was typed but words that are in nearly every text, so only names are looked up. */
export type Query = { terms: Term[]; onlyFrequent: boolean }

/** What was typed, understood. The order of the words and their punctuation do not matter. */
export function understandQuery(typed: string): Query {
  const identifier = networkIdentifier(typed.trim())
  if (identifier) return { terms: [{ typed, ways: [[{ token: identifier }]] }], onlyFrequent: false }
  // In a query string `+` reads as a space, so a number that begins with one is international.
  const text = typed.replace(/^ (?=\d)/, '+')
  const terms = eachOnce(termsIn(text, widest(occurrencesIn(text))))
  const telling = terms.filter(({ ways }) => !ways.flat().some(isStop))
  if (telling.length > 0) return { terms: telling, onlyFrequent: false }
  return { terms: terms.map(asName), onlyFrequent: /[\p{L}\p{N}]/u.test(typed) }
}

const isStop = (need: Need): boolean => 'token' in need && isWord(need.token) && isStopWord(textOf(need.token))

/** Names may well be spelt like frequent words. */
const asName = ({ typed, ways }: Term): Term => ({
  typed,
  ways: ways.filter(needs => needs.some(need => 'prefix' in need)),
})

function networkIdentifier(typed: string): string | undefined {
  const identifier = parseIdentifierName(typed)
  if (identifier === undefined || ['phone', 'email', 'account', 'line'].includes(identifier.type)) return undefined
  return tokenOf.identifier(identifierName(identifier))
}

/** What several tokens were read from is one thing; equal spans are kept together. */
function widest(found: Occurrence[]): Occurrence[][] {
  const groups: Occurrence[][] = []
  const byWidth = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const occurrence of byWidth) {
    const around = groups.find(([whole]) => whole && whole.start <= occurrence.start && occurrence.end <= whole.end)
    if (around) around.push(occurrence)
    else groups.push([occurrence])
  }
  return groups.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))
}

const termsIn = (text: string, groups: Occurrence[][]): Term[] =>
  groups.flatMap(group => {
    const [whole] = group
    if (whole === undefined) return []
    const typed = text.slice(whole.start, whole.end)
    if (isUnspaced(typed)) return [unspacedTerm(typed, group)]
    return [{ typed, ways: waysOf(group, whole) }]
  })

/** The whole in any of its readings, or all of its parts. A word may also be how a name begins. */
function waysOf(group: Occurrence[], whole: Occurrence): Need[][] {
  const wholes = group.filter(({ start, end }) => start === whole.start && end === whole.end)
  const parts = group.filter(({ start, end }) => start !== whole.start || end !== whole.end)
  const ways = wholes.flatMap(occurrence => {
    const { token } = occurrence
    const asName = isWord(token) || /^r:.*\p{L}/u.test(token) ? [[{ prefix: textOf(token) }]] : []
    return [[needOf(occurrence)], ...asName]
  })
  const needs = parts.map(needOf).filter(need => !isStop(need))
  return needs.length > 0 ? [...ways, needs] : ways
}

const needOf = ({ token, digits }: Occurrence): Need => (digits === undefined ? { token } : { digits })

/** Texts without spaces are met by all their pairs of characters, names by how they begin. */
const unspacedTerm = (typed: string, group: Occurrence[]): Term => ({
  typed,
  ways: [group.map(needOf), [{ prefix: fold(typed) }]],
})

const eachOnce = (terms: Term[]): Term[] => [...new Map(terms.map(term => [JSON.stringify(term.ways), term])).values()]

/** Whether a contact holds everything that was typed. */
export const matches = (document: Document, terms: readonly Term[]): boolean =>
  terms.every(({ ways }) => ways.some(needs => needs.every(need => meets(document, need))))

function meets({ tokens, numbers }: Document, need: Need): boolean {
  if ('token' in need) return tokens.has(need.token)
  if ('digits' in need) return numbers.some(number => sameNumber(number, need.digits))
  return [...tokens].some(token => isName(token) && textOf(token).startsWith(need.prefix))
}

/** One may lack its country or area code, or have the zero or zeros that dialling needs. */
export function sameNumber(a: string, b: string): boolean {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return Math.min(x.length, y.length) >= 7 && (x.endsWith(y) || y.endsWith(x))
}
