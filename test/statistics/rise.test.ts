import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeOf, discoveries } from '../../core/statistics/rise.ts'

test('a share that doubled among many is no chance, among few it may be one', () => {
  const many = changeOf({ now: 60, nowOf: 1000, before: 30, beforeOf: 1000 })
  expect(many.ratio).toBeCloseTo(2)
  expect(many.p).toBeCloseTo(0.0012, 3)
  expect(changeOf({ now: 4, nowOf: 100, before: 2, beforeOf: 100 }).p).toBeGreaterThan(0.3)
})

test('what was not there before has grown without bound; what is nowhere has not', () => {
  expect(changeOf({ now: 10, nowOf: 100, before: 0, beforeOf: 100 })).toMatchObject({ ratio: Number.POSITIVE_INFINITY })
  expect(changeOf({ now: 0, nowOf: 100, before: 0, beforeOf: 100 })).toEqual({ ratio: 1, p: expect.closeTo(1) })
  expect(changeOf({ now: 1, nowOf: 1, before: 0, beforeOf: 0 })).toEqual({ ratio: 1, p: 1 })
})

test('chance lies within 0 and 1 and does not depend on which period is called the first', () => {
  const counts = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
  fc.assert(
    fc.property(counts, ([now, nowRest, before, beforeRest]) => {
      const there = { now, nowOf: now + nowRest, before, beforeOf: before + beforeRest }
      const back = { now: before, nowOf: before + beforeRest, before: now, beforeOf: now + nowRest }
      const { p } = changeOf(there)
      expect(p).toBeGreaterThanOrEqual(0)
      expect(p).toBeLessThanOrEqual(1.0000002)
      expect(changeOf(back).p).toBeCloseTo(p, 6)
    }),
  )
})

test('of many tests few are found by chance', () => {
  const chances = Array.from({ length: 100 }, (_, index) => ({ p: (index + 0.5) / 100 }))
  expect(discoveries(chances)).toEqual([])
  expect(discoveries([{ p: 0.0001 }, { p: 0.03 }, { p: 0.9 }, { p: 0.8 }])).toEqual([{ p: 0.0001 }])
  expect(discoveries([])).toEqual([])
})
