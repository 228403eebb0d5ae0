import { isStopWord } from '../search/stop-words.ts'
import { isTelling } from './telling.ts'
import { stemOf, wordsOf } from './terms.ts'

/** A clustered text as labels need it: masked, with who wrote it and the names known from its record. */
export type LabelText = { text: string; author: string; names: readonly string[]; topic: string }

/** What a topic is called until somebody names it: its telling terms, and the words of a text in its middle. */
export type Label = { terms: string[]; example: string }

/** A word that fewer different people wrote is told to nobody: it may name one of them. */
export const fewestAuthors = 3
const mostTerms = 4
const longestExample = 140

/**
 * A label for each topic. Terms are the words and pairs of words that are frequent in it and rare in others (class TF-IDF;
 * Grootendorst, "BERTopic", 2022, arXiv 2203.05794). The example is the text that holds most of what its topic is about.
 * No word stands in a label that fewer than three authors of the topic's texts wrote, nor one that is known as somebody's
 * name: in an example "…" stands for it.
 */
export function labelsOf(texts: readonly LabelText[]): Map<string, Label> {
  const names = new Set(texts.flatMap(one => one.names))
  const byTopic = Map.groupBy(texts, ({ topic }) => topic)
  const everywhere = countsOf(texts)
  const mean = [...everywhere.values()].reduce((sum, count) => sum + count, 0) / Math.max(1, byTopic.size)
  return new Map(
    [...byTopic].map(([topic, of]) => {
      const told = toldBySeveral(of, names)
      const weigh = (term: string, count: number) => count * Math.log(1 + mean / (everywhere.get(term) ?? 1))
      const weights = new Map([...countsOf(of)].map(([term, count]) => [term, weigh(term, count)]))
      return [topic, { terms: termsOf(weights, told), example: exampleOf(of, weights, told) }]
    }),
  )
}

/** How often each stem and pair of stems is used. */
function countsOf(texts: readonly LabelText[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of texts) for (const term of stemsAndPairs(text)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function stemsAndPairs(text: string): string[] {
  const stems = wordsOf(text).filter(isTelling).map(stemOf)
  return [...stems, ...stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)]
}

/** How each stem is written most, of words that enough authors wrote and that are nobody's name. */
function toldBySeveral(texts: readonly LabelText[], names: ReadonlySet<string>): Map<string, string> {
  const authors = new Map<string, Set<string>>()
  const written = new Map<string, Map<string, number>>()
  for (const { text, author } of texts)
    for (const one of wordsOf(text)) {
      if (isNamed(one, names)) continue
      authors.set(one, (authors.get(one) ?? new Set()).add(author))
      const forms = written.get(stemOf(one)) ?? new Map<string, number>()
      written.set(stemOf(one), forms.set(one, (forms.get(one) ?? 0) + 1))
    }
  const told = new Map<string, string>()
  for (const [stem, forms] of written) {
    const best = [...forms]
      .filter(([form]) => (authors.get(form)?.size ?? 0) >= fewestAuthors)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]
    if (best) told.set(stem, best[0])
  }
  return told
}

const isNamed = (one: string, names: ReadonlySet<string>): boolean =>
  one.split("'").some(part => names.has(part)) || names.has(one)

/** The heaviest terms whose words may all be told; a word that stands in a pair already is not told again. */
function termsOf(weights: ReadonlyMap<string, number>, told: ReadonlyMap<string, string>): string[] {
  const terms: string[] = []
  for (const [term] of [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    const words = term.split(' ').map(stem => told.get(stem))
    if (words.some(one => one === undefined)) continue
    const shown = words.join(' ')
    if (terms.some(one => ` ${one} `.includes(` ${shown} `))) continue
    terms.push(shown)
    if (terms.length === mostTerms) break
  }
  return terms
}

function exampleOf(
  texts: readonly LabelText[],
  weights: ReadonlyMap<string, number>,
  told: ReadonlyMap<string, string>,
) {
  const shown = new Set(told.values())
  const scored = texts.slice(0, 200).map(({ text }) => {
    const terms = [...new Set(stemsAndPairs(text))]
    const sum = terms.reduce((total, term) => total + (weights.get(term) ?? 0), 0)
    return { text, score: sum / Math.sqrt(3 + terms.length) }
  })
  const medoid = scored.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))[0]?.text ?? ''
  return medoid
    .slice(0, longestExample)
    .replace(/\p{L}+(?:['’]\p{L}+)*/gu, one => (mayBeShown(one, shown) ? one : '…'))
    .replace(/(?:…\s*)+/g, '… ')
    .replace(/\s+/g, ' ')
    .trim()
}

const mayBeShown = (one: string, shown: ReadonlySet<string>): boolean => {
  const lower = one.toLowerCase().replace('’', "'")
  return shown.has(lower) || (isStopWord(lower) && lower.length <= 5)
}
