import { type LabelKind, labelWords } from '../words/reference-words.ts'
import { slipOf } from '../words/spelling.ts'

/** A word that says what a number near it is. */
export type Label = { kind: LabelKind; start: number; end: number }

const kinds: readonly LabelKind[] = ['order', 'case', 'tracking', 'account', 'invoice', 'none', 'neutral']

const words = /[\p{L}&]+/gu
const pattern = new RegExp(`^(?:${kinds.map(kind => `(${labelWords[kind]})`).join('|')})$`, 'iu')

/** The labels of a sentence in their order. Each word is looked at once; compounds ("Bestellnummer") are one. */
export function labelsIn(text: string): Label[] {
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
    if (word.length > longestLabel || /[\p{N}@]/u.test(text[index - 1] ?? '')) return []
    const at =
      pattern
        .exec(slipOf(word.toLowerCase()) ?? word)
        ?.slice(1)
        .findIndex(group => group !== undefined) ?? -1
    const kind = kinds[at]
    return kind === undefined ? [] : [{ kind, start: index, end: index + word.length }]
  })
}

const longestLabel = 30
