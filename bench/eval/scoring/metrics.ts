import { factKinds } from '../../../core/facts/fact.ts'
import { type Score, wordLimit } from './score.ts'

/** The figures of some briefs, each a count, a ratio or a number of words, by name. */
export function metricsOf(scores: readonly Score[]): Record<string, number> {
  const faults = scores.flatMap(score => score.faults)
  const count = (type: string): number => faults.filter(fault => fault.type === type).length
  return {
    recall: recallOf(scores, () => true),
    wrong: count('wrong'),
    stale: count('stale'),
    cited: count('cited'),
    words: percentile(
      scores.map(({ words }) => words),
      0.95,
    ),
    long: scores.filter(({ words }) => words > wordLimit).length,
    facts: scores.reduce((sum, { wanted }) => sum + wanted.length, 0),
    ...Object.fromEntries(factKinds.map(kind => [`recall.${kind}`, recallOf(scores, kinds => kinds[0] === kind)])),
  }
}

/** Found ÷ wanted; 1 where nothing is wanted. */
function recallOf(scores: readonly Score[], counts: (kinds: readonly string[]) => boolean): number {
  const sum = (list: 'wanted' | 'found'): number =>
    scores.reduce((total, score) => total + score[list].filter(({ kinds }) => counts(kinds)).length, 0)
  return sum('wanted') === 0 ? 1 : sum('found') / sum('wanted')
}

/** Nearest rank: the least value that at least `share` of them do not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
