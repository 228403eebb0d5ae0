import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promoterScore, shareInterval } from '../../core/statistics/interval.ts'

test('a share of few answers has the interval that Wilson gives it', () => {
  expect(shareInterval(0, 0)).toBeUndefined()
  const { low, high } = shareInterval(9, 10) ?? { low: 0, high: 0 }
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.5958', '0.9821'])
})

test('an interval holds its share, lies within 0 and 1, and narrows with the number of answers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const hits = Math.round(n * share)
      const few = shareInterval(hits, n)
      const many = shareInterval(hits * 10, n * 10)
      if (few === undefined || many === undefined) throw new Error('there are answers')
      expect(few.low).toBeGreaterThanOrEqual(0)
      expect(few.high).toBeLessThanOrEqual(1)
      expect(few.low).toBeLessThanOrEqual(hits / n)
      expect(few.high).toBeGreaterThanOrEqual(hits / n)
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    }),
  )
})

test('a net promoter score says how sure it is', () => {
  expect(promoterScore(0, 0, 0)).toBeUndefined()
  const { score, interval } = promoterScore(50, 20, 100) ?? { score: 0, interval: { low: 0, high: 0 } }
  expect(score).toBe(30)
  expect(interval.low).toBeCloseTo(14.05, 2)
  expect(interval.high).toBeCloseTo(44.2, 2)
  expect(promoterScore(3, 0, 3)?.interval.high).toBeLessThanOrEqual(100)
})

test('of draws from a known share its interval holds it about 95 times in 100', () => {
  const held = (n: number, share: number) => {
    let state = 12_345
    const draw = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    const holds = Array.from({ length: 2000 }, () => {
      const hits = Array.from({ length: n }, draw).filter(value => value < share).length
      const { low, high } = shareInterval(hits, n) ?? { low: 1, high: 0 }
      return low <= share && share <= high
    })
    return holds.filter(Boolean).length / holds.length
  }
  for (const [n, share] of [
    [20, 0.9],
    [100, 0.5],
    [400, 0.05],
  ] as const) {
    expect(held(n, share)).toBeGreaterThan(0.92)
    expect(held(n, share)).toBeLessThan(0.98)
  }
})
