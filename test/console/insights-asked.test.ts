import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, askedSchema, ownSpan, queryOf, spanOf, todayIn } from '../../console/insights/asked.ts'
import { german } from '../../console/insights/texts/german.ts'
import { differenceText, durationText, periodText, valueText } from '../../console/insights/write-value.ts'
import { de } from '../../console/words/de.ts'
import { en } from '../../console/words/en.ts'
import { sayIn } from '../../console/words/words.ts'
import { askOf, Unanswerable } from '../../core/catalogue/ask.ts'
import { cellReports, computedReports } from '../../core/catalogue/catalogue.ts'

const english = { say: sayIn(en), language: 'en' } as const
const today = '2026-03-17'

describe('what an address asks', () => {
  test('moves on with the calendar', () => {
    expect(spanOf({ period: '7' }, today)).toEqual({ from: '2026-03-11', to: today })
    expect(spanOf({ period: 'month' }, today)).toEqual({ from: '2026-03-01', to: today })
    expect(spanOf({ period: 'last-month' }, '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(spanOf({ period: 'year' }, today)).toEqual({ from: '2025-04-01', to: today })
    expect(todayIn('Pacific/Auckland', Date.parse('2026-03-01T12:00:00Z'))).toBe('2026-03-02')
  })

  test('comes back from the address as it was', () => {
    const asked = askedSchema.parse({ period: '90', by: 'topic×channel', value: 'a b', figure: 'x', nonsense: 1 })
    const [, query = ''] = addressOf('volume', asked).split('?')
    expect(askedSchema.parse(Object.fromEntries(new URLSearchParams(query)))).toEqual(asked)
    expect(askedSchema.parse({ by: 'moon', from: 'then', period: 'ever' })).toEqual({})
    expect(queryOf({ period: '7', figure: 'x', by: 'channel' }, today)).toEqual({
      ...{ by: 'channel', from: '2026-03-11', to: today },
    })
  })

  test('is answered by the catalogue, whichever days somebody chooses', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2026-03-17'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const asked = { ...ownSpan(one, other), compare: 'before', limit: 20 } as const
        expect(() => askOf({ by: ['all'] }, asked, 'Europe/London', `${today}T12:00:00Z`)).not.toThrow(Unanswerable)
      }),
      { numRuns: 50 },
    )
  })
})

test('figures are written as people read them', () => {
  expect(valueText(0.1234, 'share', english)).toBe('12.3%')
  expect(valueText(12.6, 'score', english)).toBe('+13')
  expect(valueText(1_500_000, 'millionths', english)).toBe('1.5')
  expect([59, 3600, 8040, 90_061].map(seconds => durationText(seconds, english))).toEqual([
    '59s',
    '1h',
    '2h 14m',
    '1d 1h',
  ])
  expect([0.05, -0.05].map(share => differenceText(share, 'share', english))).toEqual(['+5 points', '−5 points'])
  expect([0.0001, -0.0001].map(share => differenceText(share, 'share', english))).toEqual(['±0', '±0'])
  expect(differenceText(-7200, 'seconds', { say: sayIn(de), language: 'de' })).toBe('−2 Std.')
  expect(['2026-03', '2026-03-05'].map(period => periodText(period, 'en', 'UTC'))).toEqual(['Mar 2026', 'Mar 5'])
})

describe('in German', () => {
  const reports = [...cellReports, ...computedReports]

  test('every report and every figure has its words', () => {
    expect(reports.map(({ name }) => name).filter(name => german.reports[name] === undefined)).toEqual([])
    const figures = reports.flatMap(report => report.figures.map(({ id }) => id))
    expect(figures.length).toBeGreaterThan(40)
    expect(figures.filter(id => german.figures[id] === undefined)).toEqual([])
  })

  test('there are no words for what is not there', () => {
    const figures = new Set(reports.flatMap(report => report.figures.map(({ id }) => id)))
    expect(Object.keys(german.reports).filter(name => !reports.some(report => report.name === name))).toEqual([])
    expect(Object.keys(german.figures).filter(id => !figures.has(id))).toEqual([])
  })

  test('notes are said, and unknown ones left', () => {
    expect(german.note('The last month is still under way.')).toBe('Der letzte Monat läuft noch.')
    expect(german.note('The period before is not shown: hours are kept for 35 days.')).toContain('35 Tage')
    expect(german.note('Something new.')).toBe('Something new.')
  })
})
