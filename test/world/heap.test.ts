import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TimeHeap } from '../../bench/world/heap.ts'

test('gives back everything in order of time, and in the order it was put when times are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), times => {
      const heap = new TimeHeap<{ at: number; put: number }>()
      for (const [put, at] of times.entries()) heap.push({ at, put })
      const taken = Array.from({ length: heap.size }, () => heap.pop())
      expect(taken).toEqual(times.map((at, put) => ({ at, put })).toSorted((a, b) => a.at - b.at))
      expect(heap.pop()).toBeUndefined()
    }),
  )
})
