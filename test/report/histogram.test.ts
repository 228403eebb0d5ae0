import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketOf, percentile, relativeError, secondsOf } from '../../core/report/histogram.ts'

const durations = fc.array(fc.integer({ min: 30, max: 10_000_000 }), { minLength: 1, maxLength: 200 })

test('a percentile is off by a tenth at most, whatever the durations', () => {
  fc.assert(
    fc.property(durations, fc.constantFrom(0.5, 0.9, 0.95), (seconds, share) => {
      const counts = new Map<number, number>()
      for (const one of seconds) counts.set(bucketOf(one), (counts.get(bucketOf(one)) ?? 0) + 1)
      const sorted = seconds.toSorted((a, b) => a - b)
      const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0
      const told = percentile(counts, share) ?? 0
      expect(Math.abs(told - exact) / exact).toBeLessThanOrEqual(relativeError + 1e-9)
    }),
  )
})

test('what takes no time, and what takes for ever, has a bucket', () => {
  expect(bucketOf(0)).toBe(0)
  expect(bucketOf(1e9)).toBe(72)
  expect(secondsOf(bucketOf(29))).toBe(15)
  expect(percentile(new Map(), 0.5)).toBeUndefined()
})
