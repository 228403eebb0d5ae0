import { fnv1a } from './hash.ts'

/**
 * How often words are seen, measured on a sample of the contacts that are indexed, and bounded. Words stand here by a
 * hash, so that nothing of a contact is kept that its erasure would not reach. `frequent` only grows: a word that once
 * was no longer posted has postings that are no longer all.
 */
export type Frequencies = { sampled: number; counts: Record<string, number>; frequent: string[] }

export const noFrequencies: Frequencies = { sampled: 0, counts: {}, frequent: [] }

/** From this share of the sampled contacts a word is frequent, if it was seen often enough to tell. */
const frequentShare = 0.01
const leastSeen = 6
const mostFrequent = 1500
const mostCounted = 1000

export const hashOf = (token: string): string => fnv1a(token).toString(36)

/** At first every other contact is looked at, later one in sixteen: which ones their ids alone decide. */
export const isSampled = (contactId: string, { sampled }: Frequencies): boolean =>
  fnv1a(contactId) % (sampled < 500 ? 2 : 16) === 0

/** The frequencies after one more contact of the sample. */
export function learn(known: Frequencies, words: readonly string[]): Frequencies {
  const sampled = known.sampled + 1
  const frequent = new Set(known.frequent)
  const counts = new Map(Object.entries(known.counts))
  for (const hash of new Set(words.map(hashOf))) if (!frequent.has(hash)) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  for (const [hash, seen] of counts) {
    if (seen < Math.max(leastSeen, sampled * frequentShare) || frequent.size >= mostFrequent) continue
    frequent.add(hash)
    counts.delete(hash)
  }
  return { sampled, counts: Object.fromEntries(mostSeen(counts)), frequent: [...frequent] }
}

/** The least seen make room, in an order that is the same for everybody. */
const mostSeen = (counts: Map<string, number>): [string, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, mostCounted)

/** Days, hours and counts: they are in every other text, and nobody looks for them alone. */
const shortNumber = /^w:\d{1,3}$/

/** Which words are frequent, and how rare a word is: less is rarer. */
export type Rarity = { isFrequent: (token: string) => boolean; seen: (token: string) => number }

export function rarityOf({ counts, frequent }: Frequencies): Rarity {
  const known = new Set(frequent)
  const isFrequent = (token: string): boolean => shortNumber.test(token) || known.has(hashOf(token))
  return { isFrequent, seen: token => (isFrequent(token) ? Number.POSITIVE_INFINITY : (counts[hashOf(token)] ?? 0)) }
}

/** Rarest first; of words seen as seldom the longer is the rarer, as in every language (Zipf's law of abbreviation). */
export const rarestFirst =
  ({ seen }: Rarity) =>
  (a: string, b: string): number =>
    seen(a) - seen(b) || b.length - a.length || (a < b ? -1 : 1)
