import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import * as z from 'zod'
import type { Near } from './nearest.ts'
import { seeded } from './seeded.ts'

/** Above 1 it looks for more and smaller communities than chance would join; how many there are is not given. */
const usualResolution = 1.7

/**
 * The community of each node of a graph of nearest neighbours, by Louvain's method (Blondel and others, 2008, arXiv
 * 0803.0476), seeded: the same graph has the same communities. Two nodes weigh on each other by their likeness, times one
 * more than the neighbours they share: in a crowd, who knows the same people matters more than who looks alike.
 */
export function communitiesOf(near: readonly Near[], resolution = usualResolution): number[] {
  if (near.length === 0) return []
  const graph = graphOf(near)
  const found: unknown = runLouvain(graph, { resolution, rng: seeded(1), getEdgeWeight: 'weight' })
  const communities = z.record(z.string(), z.int()).parse(found)
  return near.map((_, node) => communities[node] ?? 0)
}

function graphOf(near: readonly Near[]): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (const node of near.keys()) graph.addNode(node)
  const known = near.map(({ ids }) => new Set(ids))
  for (const [node, { ids, scores }] of near.entries()) {
    for (const [at, other] of ids.entries()) {
      const shared = sharedBy(known[other], known[node])
      const weight = Math.max(0, scores[at] ?? 0) * (1 + shared)
      if (weight > 0) graph.updateEdge(node, other, ({ weight: was = 0 }) => ({ weight: Number(was) + weight }))
    }
  }
  return graph
}

const sharedBy = (a: ReadonlySet<number> = new Set(), b: ReadonlySet<number> = new Set()): number =>
  [...a].filter(one => b.has(one)).length

/** The library is CommonJS, and its types say otherwise. */
function runLouvain(graph: UndirectedGraph, options: object): unknown {
  const run: unknown = louvain
  if (!isFunction(run)) throw new Error('graphology-communities-louvain exports no function: see its release notes')
  return run(graph, options)
}

const isFunction = (value: unknown): value is (graph: UndirectedGraph, options: object) => unknown =>
  typeof value === 'function'
