import { communitiesOf } from './communities.ts'
import { dot, latentOf } from './latent.ts'
import { type Near, nearestIn } from './nearest.ts'
import { termsOf } from './terms.ts'
import { vectorOf, vocabularyOf } from './vectors.ts'

/** Each text has so many neighbours, chosen among so many whose words are nearest. */
const neighbours = 7
const candidates = 40

/**
 * Which texts are about one thing: for each the number of its cluster, from 0 on. How many there are is found, not
 * given. Texts are nearest by their words, and of those by their words and by what these have in common with other
 * words; clusters are communities among them. Same texts in the same order, same clusters; bring them in a fixed order.
 */
export function clustersOf(texts: readonly string[], resolution?: number): number[] {
  const terms = texts.map(termsOf)
  const vocabulary = vocabularyOf(terms)
  const vectors = terms.map(one => vectorOf(one, vocabulary))
  const nearest = nearestIn(vectors, vocabulary.idf.length)
  const points = latentOf(vectors, vocabulary.idf.length)
  const near = vectors.map((vector, at) => judged(nearest(vector, candidates, at), at, points))
  return numbered(communitiesOf(near, resolution))
}

/** The best of the candidates, by the mean of both likenesses. */
function judged({ ids, scores }: Near, self: number, points: readonly Float32Array[]): Near {
  const point = points[self] ?? new Float32Array()
  const best = ids
    .map((id, at) => ({ id, score: ((scores[at] ?? 0) + dot(point, points[id] ?? new Float32Array())) / 2 }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, neighbours)
  return { ids: best.map(({ id }) => id), scores: best.map(({ score }) => score) }
}

/** Numbers in order of first appearance, without gaps. */
function numbered(communities: readonly number[]): number[] {
  const numbers = new Map<number, number>()
  return communities.map(community => {
    const number = numbers.get(community) ?? numbers.size
    numbers.set(community, number)
    return number
  })
}
