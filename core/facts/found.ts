import type { FactKind, Holder } from './fact.ts'

/**
 * What a reader finds in a sentence, by offsets in it. A reference whose kind nothing tells is a `code`; `label` is where
 * the word stands that tells the kind. `holder` where the reader itself knows whose it is.
 */
export type Found = {
  kind: FactKind | 'code'
  value: string
  start: number
  end: number
  holder?: Holder
  label?: { start: number; end: number }
}

export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

/** What the later readers find counts only where the earlier ones found nothing. */
export function claim(taken: readonly Found[], found: readonly Found[]): Found[] {
  const kept = [...taken]
  for (const one of found) if (!kept.some(other => overlaps(one, other))) kept.push(one)
  return kept
}

/** Lower case, no punctuation but within words, single spaces: the canonical form of names, places and things. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** Letters and digits, upper case: the canonical form of references. */
export const plainCode = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')
