import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastWorkload, week } from '../../core/forecast/workload.ts'

/** Busy from nine to five on five days, quiet else. */
const rhythm = Array.from({ length: week }, (_, hour) =>
  Math.floor(hour / 24) < 5 && hour % 24 >= 9 && hour % 24 < 17 ? 20 : 2,
)
const weeks = (factors: number[]) => factors.flatMap(factor => rhythm.map(count => count * factor))

test('a rhythm that never changes is forecast without an error', () => {
  const forecast = forecastWorkload(weeks([1, 1, 1, 1, 1]), 48)
  expect(forecast).toMatchObject({ error: 0, naive: 0, weeksTried: 3 })
  expect(forecast?.hours.map(({ expected }) => expected)).toEqual(rhythm.slice(0, 48))
})

test('an hour is forecast by the same hours of earlier weeks, also in the middle of a week', () => {
  const forecast = forecastWorkload([...weeks([1, 1, 1]), ...rhythm.slice(0, 10)], 3)
  expect(forecast?.hours.map(({ expected }) => expected)).toEqual(rhythm.slice(10, 13))
})

test('weeks that swing are better met by their mean than by the last of them', () => {
  const forecast = forecastWorkload(weeks([1, 2, 1, 2, 1]), 24)
  expect(forecast?.method).not.toBe('last-week')
  expect(forecast?.error).toBeLessThan(forecast?.naive ?? 0)
})

test('of less than three weeks nothing is forecast', () => {
  expect(forecastWorkload(weeks([1, 1]), 24)).toBeUndefined()
})

test('bounds hold what is expected, and nothing is less than none', () => {
  const counts = fc.array(fc.nat(50), { minLength: 3 * week, maxLength: 4 * week, size: 'max' })
  fc.assert(
    fc.property(counts, hourly => {
      for (const { expected, low, high } of forecastWorkload(hourly, 24)?.hours ?? []) {
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(expected)
        expect(high).toBeGreaterThanOrEqual(expected)
      }
    }),
    { numRuns: 20 },
  )
})
