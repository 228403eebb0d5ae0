import { type Change, type Closure, crossableLinks, edgesOf } from './closure.ts'

/**
 * Where N streams hang together after e changed edges, N + e up to here are decided at once; beyond it nothing is
 * merged and somebody has to look.
 */
export const maxStreamsAndEdges = 49

/**
 * The most streams of a closure that hang together once `changes` are made: by links that may be crossed, also by those
 * that a limit or a cannot-link refuses, since they may be accepted after the next change.
 */
export function mostHangingTogether(closure: Closure, changes: readonly Change[]): number {
  const parts = new Map([...closure.edges.keys()].map(stream => [stream, new Set([stream])]))
  for (const { a, b } of crossableLinks(closure, edgesOf(closure, changes).links)) {
    const [into, from] = [parts.get(a), parts.get(b)]
    if (into === undefined || from === undefined || into === from) continue
    for (const stream of from) parts.set(stream, into.add(stream))
  }
  return Math.max(0, ...[...parts.values()].map(part => part.size))
}
