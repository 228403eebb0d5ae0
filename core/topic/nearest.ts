import type { Vector } from './vectors.ts'

/** The nearest of a set, nearest first: their places in it and the cosine to each. */
export type Near = { ids: readonly number[]; scores: readonly number[] }

/** Answers the `count` nearest to a vector, without the one at `self`. */
export type Nearest = (vector: Vector, count: number, self?: number) => Near

/** Features that more than this share of the texts hold tell nothing and cost most: they are passed over. */
const mostHolding = 0.1
const alwaysLooked = 200

/** Finds nearest neighbours through lists of which vectors hold a feature. `features` is the size of the vocabulary. */
export function nearestIn(vectors: readonly Vector[], features: number): Nearest {
  const lists = listsOf(vectors, features)
  const scores = new Float32Array(vectors.length)
  const touched = new Int32Array(vectors.length)
  const cap = Math.max(alwaysLooked, mostHolding * vectors.length)
  return (vector, count, self) => {
    const found = addUp(vector, lists, cap, scores, touched)
    const best = new Best(count)
    for (let at = 0; at < found; at++) {
      const id = touched[at] ?? 0
      if (id !== self) best.offer(id, scores[id] ?? 0)
      scores[id] = 0
    }
    return best
  }
}

/** `starts[f]` to `starts[f + 1]` are the holders of feature f. */
type Lists = { starts: Int32Array; holders: Int32Array; weights: Float32Array }

function listsOf(vectors: readonly Vector[], features: number): Lists {
  const starts = new Int32Array(features + 1)
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let at = 0; at < features; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0)
  const next = starts.slice()
  const holders = new Int32Array(starts[features] ?? 0)
  const weights = new Float32Array(holders.length)
  for (const [holder, vector] of vectors.entries()) {
    for (let at = 0; at < vector.ids.length; at++) {
      const id = vector.ids[at] ?? 0
      const place = next[id] ?? 0
      next[id] = place + 1
      holders[place] = holder
      weights[place] = vector.weights[at] ?? 0
    }
  }
  return { starts, holders, weights }
}

/** Adds the products to `scores`, notes whom it touched, and answers how many. */
function addUp(vector: Vector, lists: Lists, cap: number, scores: Float32Array, touched: Int32Array): number {
  let found = 0
  for (let at = 0; at < vector.ids.length; at++) {
    const id = vector.ids[at] ?? 0
    const weight = vector.weights[at] ?? 0
    const from = lists.starts[id] ?? 0
    const to = lists.starts[id + 1] ?? 0
    if (to - from > cap) continue
    for (let place = from; place < to; place++) {
      const holder = lists.holders[place] ?? 0
      const score = scores[holder] ?? 0
      if (score === 0) touched[found++] = holder
      scores[holder] = score + weight * (lists.weights[place] ?? 0)
    }
  }
  return found
}

/** The best so far, in order. */
class Best {
  readonly ids: number[] = []
  readonly scores: number[] = []
  readonly #count: number

  constructor(count: number) {
    this.#count = count
  }

  offer(id: number, score: number): void {
    const full = this.ids.length >= this.#count
    if (full && score <= (this.scores.at(-1) ?? 0)) return
    let at = this.ids.length
    while (at > 0 && (this.scores[at - 1] ?? 0) < score) at--
    this.ids.splice(at, 0, id)
    this.scores.splice(at, 0, score)
    if (full) {
      this.ids.pop()
      this.scores.pop()
    }
  }
}
