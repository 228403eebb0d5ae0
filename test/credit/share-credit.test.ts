import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditModels, shareCredit, whole } from '../../core/credit/share-credit.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const touch = (department: string, number: number) => ({ department, at: day(number) })
const shares = (credit: ReadonlyMap<string, number>) => Object.fromEntries(credit)

test('a matter that marketing opened, the social team answered twice and service ended', () => {
  const touches = [touch('marketing', 1), touch('social', 8), touch('social', 9), touch('service', 15)]
  expect(shares(shareCredit('linear', touches, day(15)))).toEqual({
    marketing: 250_000,
    social: 500_000,
    service: 250_000,
  })
  expect(shares(shareCredit('position', touches, day(15)))).toEqual({
    marketing: 400_000,
    social: 200_000,
    service: 400_000,
  })
  expect(shares(shareCredit('shapley', touches, day(15)))).toEqual({
    marketing: 333_334,
    social: 333_333,
    service: 333_333,
  })
  const decayed = shareCredit('time-decay', [touch('marketing', 1), touch('service', 8)], day(8))
  expect(shares(decayed)).toEqual({ marketing: 333_333, service: 666_667 })
})

test('nobody gets anything of what nobody touched', () => {
  for (const model of creditModels) expect(shareCredit(model, [], day(1)).size).toBe(0)
})

test('whatever happened, one matter gives exactly one, to those who touched it, in whatever order it is told', () => {
  const touches = fc.array(
    fc.record({
      department: fc.constantFrom('service', 'social', 'marketing', 'sales'),
      at: fc.date({ noInvalidDate: true }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(touches, fc.date({ noInvalidDate: true }), fc.constantFrom(...creditModels), (all, end, model) => {
      const credit = shareCredit(model, all, end)
      expect([...credit.values()].reduce((sum, part) => sum + part, 0)).toBe(whole)
      expect(new Set(credit.keys())).toEqual(new Set(all.map(({ department }) => department)))
      for (const part of credit.values()) expect(part).toBeGreaterThanOrEqual(0)
      expect(shares(shareCredit(model, all.toReversed(), end))).toEqual(shares(credit))
    }),
  )
})
