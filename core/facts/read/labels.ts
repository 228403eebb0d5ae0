import { type LabelKind, labelWords } from '../words/reference-words.ts'
import { slipOf } from '../words/spelling.ts'

/** A word that says what a number near it is. */
export type Label = { kind: LabelKind; start: number; end: number }

const kinds: readonly LabelKind[] = ['order', 'case', 'tracking', 'account', 'invoice', 'none', 'neutral']

const words = /[\p{L}&]+/gu
const pattern = new RegExp(`^(?:${kinds.map(kind => `(${labelWords[kind]})`).join('|')})$`, 'iu')

/** Three letters that some label begins with: nearly all other words need no closer look. */
const beginnings = new Set(
  Object.values(labelWords).flatMap(words =>
    words.split('|').flatMap(word => (/^\p{L}{2,3}/u.test(word) ? [/^\p{L}{2,3}/u.exec(word)?.[0] ?? ''] : [])),
  ),
)

/** The labels of a sentence in their order. Each word is looked at once; compounds ("Bestellnummer") are one. */
export function labelsIn(text: string): Label[] {
  return [...text.matchAll(words)].flatMap(({ 0: written, index }) => {
    const kind = kindOf(written.toLowerCase())
    // The letters of "KD506696" are a part of the number.
    const beside = `${text[index - 1] ?? ''}${/^(?:kd|pnr|inv|ord|acc|fac|rg|cas|cs|bk|po)$/i.test(written) ? (text[index + written.length] ?? '') : ''}`
    if (kind === undefined || /[\p{N}@]/u.test(beside)) return []
    return [{ kind, start: index, end: index + written.length }]
  })
}

function kindOf(lower: string): LabelKind | undefined {
  if (lower.length > longestLabel || lower.length < 2) return undefined
  const isLikely = beginnings.has(lower.slice(0, 3)) || beginnings.has(lower.slice(0, 2))
  return (isLikely ? kindNamed(lower) : undefined) ?? kindNamed(slipOf(lower))
}

function kindNamed(word: string | undefined): LabelKind | undefined {
  const match = word === undefined ? null : pattern.exec(word)
  return match === null ? undefined : kinds[match.slice(1).findIndex(group => group !== undefined)]
}

const longestLabel = 30
