import type { Exemplar } from './assign.ts'
import { type Terms, termsOf } from './terms.ts'

/** What new texts are held against is bounded, whatever was clustered: this many of all, the newest of each topic. */
export const mostExemplars = 6000

/**
 * The exemplars of clustered texts, which come newest last: as many of each topic as there is room for, its newest.
 * A small topic keeps all of its own.
 */
export function exemplarsOf(texts: readonly { text: string; topic: string }[], most = mostExemplars): Exemplar[] {
  const byTopic = [...Map.groupBy(texts, ({ topic }) => topic)]
  const each = roomFor(
    byTopic.map(([, of]) => of.length),
    most,
  )
  return byTopic.flatMap(([topic, of]) => of.slice(-each).map(({ text }) => ({ terms: once(termsOf(text)), topic })))
}

/** Which features, not how often: that is all that is kept of them. */
const once = (terms: Terms): Terms => new Map([...terms.keys()].map(feature => [feature, 1]))

/** The most that each may have so that all of them together have no more than `most`. */
function roomFor(sizes: readonly number[], most: number): number {
  const sum = (each: number) => sizes.reduce((total, size) => total + Math.min(size, each), 0)
  let low = 1
  let high = Math.max(1, ...sizes)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sum(middle) <= most) low = middle
    else high = middle - 1
  }
  return low
}
