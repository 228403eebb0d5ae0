import { leastCost } from './least-cost.ts'

/** What something was put to, and what it belongs to. */
export type Put = { put: string; belongs: string }

/** How far a partition agrees with the true one, 0 to 100 (`ari` may be below 0). */
export type Agreement = { nmi: number; ari: number; acc: number }

/**
 * - `nmi`: normalized mutual information, by the mean of both entropies;
 * - `ari`: Rand index adjusted for chance (Hubert and Arabie, 1985);
 * - `acc`: share that is right when each cluster stands for at most one class and each class for at most one cluster, in
 *   the best way (Kuhn, 1955). Clusters beyond the number of classes are wrong as a whole.
 */
export function agreementOf(placed: readonly Put[]): Agreement {
  const clusters = countOf(placed.map(({ put }) => put))
  const classes = countOf(placed.map(({ belongs }) => belongs))
  const cells = countOf(placed.map(({ put, belongs }) => JSON.stringify([put, belongs])))
  const table = [...clusters.keys()].map(put =>
    [...classes.keys()].map(belongs => cells.get(JSON.stringify([put, belongs])) ?? 0),
  )
  const sizes = { clusters: [...clusters.values()], classes: [...classes.values()], count: placed.length }
  return { nmi: 100 * nmi(table, sizes), ari: 100 * ari(table, sizes), acc: (100 * matched(table)) / placed.length }
}

type Sizes = { clusters: number[]; classes: number[]; count: number }

function nmi(table: number[][], { clusters, classes, count }: Sizes): number {
  const information = sum(
    table.flatMap((row, a) =>
      row.map((cell, b) =>
        cell === 0 ? 0 : (cell / count) * Math.log((cell * count) / ((clusters[a] ?? 1) * (classes[b] ?? 1))),
      ),
    ),
  )
  const mean = (entropy(clusters, count) + entropy(classes, count)) / 2
  return mean === 0 ? 1 : information / mean
}

const entropy = (sizes: number[], count: number): number =>
  -sum(sizes.map(size => (size / count) * Math.log(size / count)))

function ari(table: number[][], { clusters, classes, count }: Sizes): number {
  const [both, put, belong] = [table.flat(), clusters, classes].map(sizes => sum(sizes.map(pairs)))
  const expected = ((put ?? 0) * (belong ?? 0)) / pairs(count)
  const most = ((put ?? 0) + (belong ?? 0)) / 2
  return most === expected ? 1 : ((both ?? 0) - expected) / (most - expected)
}

const pairs = (size: number): number => (size * (size - 1)) / 2

function matched(table: number[][]): number {
  const size = Math.max(table.length, table[0]?.length ?? 0)
  const cost = Array.from({ length: size }, (_, a) => Array.from({ length: size }, (_, b) => -(table[a]?.[b] ?? 0)))
  return -leastCost(cost)
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
