import { stemmer } from 'stemmer'
import { fnv1a } from '../search/hash.ts'

/** What a feature of a text is: a stemmed word, two in a row, or four characters of a word. */
export const kindsOfTerm = ['word', 'pair', 'gram'] as const

/** How often a text holds each of its features. A feature is 24 bits of a hash, its kind in the lowest two. */
export type Terms = ReadonlyMap<number, number>

/** A text is about what its beginning is about; so many words bound what one text may cost. */
const mostWords = 120
const gramLength = 4
const word = /\p{L}+(?:'\p{L}+)?/gu

/** The words of a text as features see them, not yet stemmed: lower case, straight apostrophes, at most 120. */
export const wordsOf = (text: string): string[] =>
  (text.slice(0, 4000).normalize('NFKC').toLowerCase().replace(/[’`]/g, "'").match(word) ?? []).slice(0, mostWords)

/** Porter's algorithm knows English; what it does to other languages it does to every form of a word alike. */
export const stemOf = (one: string): string => stemmer(one.replaceAll("'", ''))

/**
 * The features of a text. Small words stay: "how do I" and "why was I" tell questions from complaints, and weights by
 * rarity see to the rest. Numbers, addresses and handles are none: mask them before (core/topic/personal.ts).
 */
export function termsOf(text: string): Terms {
  const terms = new Map<number, number>()
  const add = (kind: number, feature: string) => {
    const id = ((fnv1a(feature) & 0x3f_ffff) << 2) | kind
    terms.set(id, (terms.get(id) ?? 0) + 1)
  }
  const words = wordsOf(text)
  const stems = words.map(stemOf)
  for (const [at, stem] of stems.entries()) {
    add(0, stem)
    if (at > 0) add(1, `${stems[at - 1]} ${stem}`)
  }
  for (const one of words) for (const gram of gramsOf(one)) add(2, gram)
  return terms
}

function gramsOf(one: string): string[] {
  const padded = `_${one}_`
  const count = Math.max(1, padded.length - gramLength + 1)
  return Array.from({ length: count }, (_, at) => padded.slice(at, at + gramLength))
}

/** The kind of a feature, as a place in `kindsOfTerm`. */
export const kindOf = (feature: number): number => feature & 3
