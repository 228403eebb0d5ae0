import { describe, expect, test } from 'vitest'
import { amountsIn } from '../../bench/eval/reading/amounts.ts'
import { holdsCode, holdsEmail, holdsPhone } from '../../bench/eval/reading/codes.ts'
import { datesIn, dayOf, sameDay } from '../../bench/eval/reading/dates.ts'
import { firstWords, holdsWords, wordCount } from '../../bench/eval/reading/words.ts'

describe('days', () => {
  test.each([
    '14 March 2026',
    'March 14th',
    '14th of March',
    '14/03/2026',
    '3/14/26',
    '2026-03-14',
    '14.3.',
    '14.03.2026',
    '14. März',
    'am 14. Mrz 2026',
    'le 14 mars',
    '14 de marzo de 2026',
    '14-03-2026',
    'Mar. 14, 2026',
  ])('%s', text => {
    expect(datesIn(`on ${text}, I`).some(({ days }) => days.some(day => sameDay(day, dayOf('2026-03-14'))))).toBe(true)
  })

  test.each(['version 11.0.3', 'order 112-4839201', '1.249,50 €', '24/7', '192.168.1.1', 'may I', 'in March'])(
    'no day in %s',
    text => {
      const march = datesIn(text).filter(({ days }) => days.some(({ year }) => year !== 2024))
      expect(march.filter(({ days }) => days.some(({ day }) => day > 24))).toEqual([])
    },
  )
})

describe('sums of money', () => {
  test.each([
    ['£1,249.50', 124950, 'GBP'],
    ['1.249,50 €', 124950, 'EUR'],
    ['1 249,50\u00a0€', 124950, 'EUR'],
    ['CHF 1’249.50', 124950, 'CHF'],
    ['Fr. 49.-', 4900, 'CHF'],
    ['₹1,49,999', 14999900, 'INR'],
    ['Rs. 650', 65000, 'INR'],
    ['$12', 1200, '$'],
    ['12 USD', 1200, 'USD'],
    ['49 euros', 4900, 'EUR'],
    ['$10k', 1000000, '$'],
    ['36 bucks', 3600, '$'],
  ])('%s', (text, cents, currency) => {
    expect(amountsIn(`paid ${text} for it`).map(found => [found.cents, found.currency])).toEqual([[cents, currency]])
  })

  test('a number alone is none', () => expect(amountsIn('order 1249 of 3 items, 24/7')).toEqual([]))
})

test.each(['020 7946 0018', '+44 20 7946 0018', '0044 (0)20 7946-0018', '(020) 79460018', '+442079460018'])(
  'phone %s',
  text => {
    expect(holdsPhone(`call ${text} today`, '+442079460018')).toBe(true)
    expect(holdsPhone(`call ${text} today`, '+442079460019')).toBe(false)
    expect(holdsPhone(`call ${text}7 today`, '+442079460018')).toBe(false)
  },
)

test('references in any grouping, and only whole', () => {
  expect(
    ['INV-2026-0031', 'inv 2026 0031', 'INV20260031', '#INV.2026.0031!'].every(text =>
      holdsCode(text, 'INV-2026-0031'),
    ),
  ).toBe(true)
  expect(['INV-2026-00312', 'XINV-2026-0031', 'INV-2026'].some(text => holdsCode(text, 'INV-2026-0031'))).toBe(false)
})

test('mail addresses, and only whole', () => {
  expect(['<Alice@Example.com>', 'alice@example.com.'].every(text => holdsEmail(text, 'alice@example.com'))).toBe(true)
  expect(['malice@example.com', 'alice@example.com.au'].some(text => holdsEmail(text, 'alice@example.com'))).toBe(false)
})

test('words by their beginnings, accents and case folded', () => {
  expect(holdsWords('Le câble a été redémarré', 'redemarr')).toBe(true)
  expect(holdsWords('unplugged', 'plug')).toBe(false)
  expect(holdsWords('a Norvik hx 220', 'HX-220')).toBe(true)
  expect(holdsWords('version 11 of 0 and 3', '11.0.3')).toBe(false)
  expect(firstWords(['one two', 'three four'], 3)).toEqual(['one two', 'three'])
  expect(wordCount(' one  two\nthree ')).toBe(3)
})
