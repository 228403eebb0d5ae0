import { stemOf, wordsOf } from '../topic/terms.ts'
import type { ContentEntry } from './content.ts'

/** The entry that is nearest to a question, and how near, 0 to 1. */
export type Coverage = { entry: ContentEntry; nearness: number }

/** Below this an entry has hardly a telling word in common with what is asked. */
const least = 0.25

/**
 * Which of our texts is nearest to what customers ask: the cosine of their stemmed words, weighted by how rare each is
 * among our texts. A hint for people, who know whether it answers the question; undefined: nothing comes near.
 */
export function coverageOf(asked: readonly string[], entries: readonly ContentEntry[]): Coverage | undefined {
  const texts = entries.map(entry => ({ entry, words: stemsOf([entry.title, ...entry.questions]) }))
  const weight = weightsOf(texts.map(({ words }) => words))
  const question = stemsOf(asked)
  const found = texts.map(({ entry, words }) => ({ entry, nearness: cosine(question, words, weight) }))
  const best = found.reduce<Coverage | undefined>(
    (a, b) => (a === undefined || b.nearness > a.nearness ? b : a),
    undefined,
  )
  return best !== undefined && best.nearness >= least ? best : undefined
}

const stemsOf = (texts: readonly string[]): Set<string> => new Set(texts.flatMap(wordsOf).map(stemOf))

/** The rarer among our texts, the more a word tells; what all of them hold tells little. */
function weightsOf(texts: readonly Set<string>[]): (stem: string) => number {
  const held = new Map<string, number>()
  for (const words of texts) for (const stem of words) held.set(stem, (held.get(stem) ?? 0) + 1)
  return stem => (small.has(stem) ? 0 : Math.log(1 + (texts.length + 1) / ((held.get(stem) ?? 0) + 0.5)))
}

/** Small words of English, stemmed: they make every question like every other. */
const small = new Set(
  'a an the i you we it is are was be am do doe did to of in on at for from with and or not no my your our me us this that what how when where which who why can could would will have ha had if so as by but pleas'.split(
    ' ',
  ),
)

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (stem: string) => number): number {
  const norm = (words: ReadonlySet<string>) => Math.sqrt([...words].reduce((sum, one) => sum + weight(one) ** 2, 0))
  const shared = [...a].filter(one => b.has(one)).reduce((sum, one) => sum + weight(one) ** 2, 0)
  const of = norm(a) * norm(b)
  return of === 0 ? 0 : Math.min(1, shared / of)
}
