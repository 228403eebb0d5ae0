import { seeded } from './seeded.ts'
import type { Vector } from './vectors.ts'

/** Points of few dimensions, one column a dimension. */
type Columns = Float32Array[]

/** So many dimensions keep what most texts have in common, and lose which of two words for it somebody took. */
const dimensions = 60
const rounds = 2

/**
 * Each text by what its words have in common with those of others (latent semantic analysis): its vector, projected on
 * the strongest directions of all of them, brought to length 1. Found by subspace iteration from seeded starts (Halko,
 * Martinsson and Tropp, "Finding structure with randomness", 2011, algorithm 4.4).
 */
export function latentOf(vectors: readonly Vector[], features: number): Float32Array[] {
  const width = Math.min(dimensions, vectors.length, features)
  const random = seeded(7)
  const start = Array.from({ length: width }, () => Float32Array.from({ length: features }, () => gauss(random)))
  let texts = orthonormal(project(vectors, start))
  for (let round = 0; round < rounds; round++) {
    texts = orthonormal(project(vectors, orthonormal(collect(vectors, texts, features))))
  }
  const axes = orthonormal(collect(vectors, texts, features))
  return rowsOf(project(vectors, axes), vectors.length)
}

const gauss = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())

/** What each vector has of each column of features. */
const project = (vectors: readonly Vector[], columns: Columns): Columns =>
  columns.map(column => {
    const out = new Float32Array(vectors.length)
    for (const [row, { ids, weights }] of vectors.entries()) {
      let sum = 0
      for (let at = 0; at < ids.length; at++) sum += (weights[at] ?? 0) * (column[ids[at] ?? 0] ?? 0)
      out[row] = sum
    }
    return out
  })

/** What each feature has of each column of texts. */
const collect = (vectors: readonly Vector[], columns: Columns, features: number): Columns =>
  columns.map(column => {
    const out = new Float32Array(features)
    for (const [row, { ids, weights }] of vectors.entries()) {
      const own = column[row] ?? 0
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] ?? 0
        out[id] = (out[id] ?? 0) + own * (weights[at] ?? 0)
      }
    }
    return out
  })

/** Gram-Schmidt, in place. */
function orthonormal(columns: Columns): Columns {
  for (const [at, column] of columns.entries()) {
    for (const before of columns.slice(0, at)) {
      const along = dot(column, before)
      for (let row = 0; row < column.length; row++) column[row] = (column[row] ?? 0) - along * (before[row] ?? 0)
    }
    const length = Math.sqrt(dot(column, column))
    for (let row = 0; row < column.length; row++) column[row] = length > 1e-6 ? (column[row] ?? 0) / length : 0
  }
  return columns
}

/** The columns as rows of length 1. */
function rowsOf(columns: Columns, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, row) => {
    const point = Float32Array.from(columns, column => column[row] ?? 0)
    const length = Math.sqrt(dot(point, point)) || 1
    return point.map(value => value / length)
  })
}

/** The inner product of two points. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
