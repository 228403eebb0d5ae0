import { type LabelKind, labelWords } from '../words/reference-words.ts'

/** A word that says what a number near it is. */
export type Label = { kind: LabelKind; start: number; end: number }

const kinds: readonly LabelKind[] = ['order', 'case', 'tracking', 'account', 'invoice', 'none', 'neutral']

/** The compounds of German and Dutch end in the word for number: "Bestellnummer" must not be split. */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}@])(?:${kinds.map(kind => `(${labelWords[kind]})`).join('|')})(?![\\p{L}])`,
  'giu',
)

/** The labels of a sentence in their order. */
export function labelsIn(text: string): Label[] {
  return [...text.matchAll(pattern)].map(match => {
    const at = match.slice(1).findIndex(group => group !== undefined)
    return { kind: kinds[at] ?? 'none', start: match.index, end: match.index + match[0].length }
  })
}
