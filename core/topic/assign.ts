import { nearestIn } from './nearest.ts'
import { type Terms, termsOf } from './terms.ts'
import { vectorOf, vocabularyOf } from './vectors.ts'

/** A text that a new one is held against: its features, never its words, and the topic it was clustered to. */
export type Exemplar = { terms: Terms; topic: string }

/** The topic of a text, with the share of its neighbours' votes; undefined where nothing is near enough. */
export type Assign = (text: string) => { topic: string; certainty: number } | undefined

const voters = 10
/** What is less like its nearest exemplar than this is about something new. */
const nearEnough = 0.12

/** Assigns texts by the vote of the nearest exemplars, each as strong as it is near. */
export function assigner(exemplars: readonly Exemplar[]): Assign {
  const vocabulary = vocabularyOf(exemplars.map(({ terms }) => terms))
  const vectors = exemplars.map(({ terms }) => vectorOf(terms, vocabulary))
  const nearest = nearestIn(vectors, vocabulary.idf.length)
  return text => {
    const { ids, scores } = nearest(vectorOf(termsOf(text), vocabulary), voters)
    if ((scores[0] ?? 0) < nearEnough) return undefined
    const votes = new Map<string, number>()
    for (const [at, id] of ids.entries()) {
      const topic = exemplars[id]?.topic ?? ''
      votes.set(topic, (votes.get(topic) ?? 0) + (scores[at] ?? 0) ** 2)
    }
    const [first] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    const sum = [...votes.values()].reduce((total, vote) => total + vote, 0)
    return first && { topic: first[0], certainty: first[1] / sum }
  }
}
