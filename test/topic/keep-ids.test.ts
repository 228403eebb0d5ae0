import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepIds } from '../../core/topic/keep-ids.ts'

const fresh = (cluster: number) => `new-${cluster}`

describe('ids of topics', () => {
  it('stay when few texts move and new ones come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 60, maxLength: 120 }),
        fc.array(fc.nat(1000), { maxLength: 3 }),
        fc.nat(20),
        (clusters, moved, added) => {
          const sizes = Map.groupBy(clusters, one => one)
          fc.pre([...sizes.values()].every(of => of.length >= 8))
          const texts = clusters.map((now, at) => ({
            was: `topic-${now}`,
            now: moved.some(one => one % clusters.length === at) ? (now + 1) % 6 : now,
          }))
          const more = Array.from({ length: added }, () => ({ was: undefined, now: clusters[0] ?? 0 }))
          const ids = keepIds([...texts, ...more], new Set(), fresh)
          for (const cluster of sizes.keys()) expect(ids.get(cluster)).toBe(`topic-${cluster}`)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('are given to one cluster only, and every cluster has one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ was: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), now: fc.nat(5) })),
        texts => {
          const ids = keepIds(texts, new Set(), fresh)
          expect(new Set(ids.values()).size).toBe(ids.size)
          expect([...ids.keys()].toSorted()).toEqual([...new Set(texts.map(({ now }) => now))].toSorted())
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of a topic that came apart go to the part that shares most with it', () => {
    const texts = [
      ...Array.from({ length: 4 }, () => ({ was: 'a', now: 0 })),
      ...Array.from({ length: 3 }, () => ({ was: 'a', now: 1 })),
      ...Array.from({ length: 6 }, () => ({ was: undefined, now: 0 })),
      ...Array.from({ length: 3 }, () => ({ was: 'b', now: 2 })),
      ...Array.from({ length: 5 }, () => ({ was: 'b', now: 0 })),
      ...Array.from({ length: 5 }, () => ({ was: undefined, now: 2 })),
    ]
    const loose = keepIds(texts, new Set(), fresh)
    expect([loose.get(0), loose.get(1), loose.get(2)]).toEqual(['b', 'a', 'new-2'])
    const pinned = keepIds(
      [...texts.filter(({ now }) => now === 2), ...Array.from({ length: 6 }, () => ({ was: 'b', now: 3 }))],
      new Set(['b']),
      fresh,
    )
    expect(pinned.get(3)).toBe('b')
  })
})
