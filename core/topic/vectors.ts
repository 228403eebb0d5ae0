import { kindOf, type Terms } from './terms.ts'

/** A sparse vector of length 1: places of its features in a vocabulary, and what each weighs. */
export type Vector = { ids: Int32Array; weights: Float32Array }

/** Which features count, how rare each is, and where it stands in a vector. */
export type Vocabulary = { places: ReadonlyMap<number, number>; idf: Float32Array }

/** What words, pairs and grams weigh beside each other; found on a part of texts that nothing is reported on. */
const share = [1, Math.sqrt(0.7), Math.sqrt(0.5)] as const

/** The features that at least two of the texts hold, by how few hold them: log(1 + texts ÷ holding it). */
export function vocabularyOf(texts: readonly Terms[]): Vocabulary {
  const holding = new Map<number, number>()
  for (const terms of texts) for (const feature of terms.keys()) holding.set(feature, (holding.get(feature) ?? 0) + 1)
  const kept = [...holding].filter(([, count]) => count > 1).sort(([a], [b]) => a - b)
  return {
    places: new Map(kept.map(([feature], at) => [feature, at])),
    idf: Float32Array.from(kept, ([, count]) => Math.log(1 + texts.length / count)),
  }
}

/** TF-IDF with damped counts; words, pairs and grams are brought to one length each before they are weighed together. */
export function vectorOf(terms: Terms, { places, idf }: Vocabulary): Vector {
  const found: { place: number; kind: number; weight: number }[] = []
  const squares = [0, 0, 0]
  for (const [feature, count] of terms) {
    const place = places.get(feature)
    if (place === undefined) continue
    const kind = kindOf(feature)
    const weight = (1 + Math.log(count)) * (idf[place] ?? 0)
    squares[kind] = (squares[kind] ?? 0) + weight * weight
    found.push({ place, kind, weight })
  }
  return unit(
    found.map(({ place, kind, weight }) => [place, ((share[kind] ?? 0) * weight) / Math.sqrt(squares[kind] ?? 1)]),
  )
}

/** The vector of these weights, brought to length 1. */
function unit(entries: (readonly [place: number, weight: number])[]): Vector {
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return {
    ids: Int32Array.from(entries, ([place]) => place),
    weights: Float32Array.from(entries, ([, weight]) => weight / length),
  }
}
