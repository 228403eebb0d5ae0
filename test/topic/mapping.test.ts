import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merged, refusalOfMerge, split, topicNow } from '../../core/topic/mapping.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
type Known = { id: string; mergedInto?: string }
const empty = () => new Map<string, Known>(ids.map(id => [id, { id }]))

const steps = fc.array(fc.record({ id: fc.constantFrom(...ids), into: fc.constantFrom(...ids) }), { maxLength: 12 })

/** Merges as the API would: what is refused changes nothing. */
function play(moves: { id: string; into: string }[]): Map<string, Known> {
  const mapping = empty()
  for (const { id, into } of moves) {
    const topic = mapping.get(id)
    if (topic !== undefined && refusalOfMerge(mapping, id, into) === undefined) mapping.set(id, merged(topic, into))
  }
  return mapping
}

describe('merging topics', () => {
  it('never goes in a circle: what a topic counts under now counts under itself', () => {
    fc.assert(
      fc.property(steps, moves => {
        const mapping = play(moves)
        for (const id of ids) {
          const now = topicNow(mapping, id)
          expect(mapping.get(now)?.mergedInto).toBeUndefined()
          expect(topicNow(mapping, now)).toBe(now)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('then splitting gives back exactly what was', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...ids), fc.constantFrom(...ids), (moves, id, into) => {
        const before = play(moves)
        const topic = before.get(id)
        fc.pre(topic !== undefined && topic.mergedInto === undefined)
        fc.pre(refusalOfMerge(before, id, into) === undefined)
        expect(topic && split(merged(topic, into))).toEqual(topic)
      }),
      { numRuns: 100 },
    )
  })

  it('counts the parts of a part too, and an unknown id for itself', () => {
    const mapping = play([
      { id: 'a', into: 'b' },
      { id: 'b', into: 'c' },
    ])
    expect([topicNow(mapping, 'a'), topicNow(mapping, 'b'), topicNow(mapping, 'z')]).toEqual(['c', 'c', 'z'])
    expect(refusalOfMerge(mapping, 'c', 'a')).toMatch('part of this one')
    expect(refusalOfMerge(mapping, 'a', 'z')).toMatch('no topic')
  })
})
