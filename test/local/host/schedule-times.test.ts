import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scheduleTimes } from '../../../local/host/schedules/schedule-times.ts'

const minuteMs = 60_000

/** The next runs after a time, as `2026-03-01T03:00`. */
function runs(expression: string, from: string, count: number): string[] {
  const times = scheduleTimes(expression)
  const found: string[] = []
  for (let at = times(Date.parse(from)); at !== undefined && found.length < count; at = times(at))
    found.push(new Date(at).toISOString().slice(0, 16))
  return found
}

/** Wednesday. */
const start = '2026-04-01T12:00:00.000Z'

describe('when a schedule runs', () => {
  test.each([
    ['rate(1 minute)', ['2026-04-01T12:01', '2026-04-01T12:02']],
    ['rate(12 hours)', ['2026-04-02T00:00', '2026-04-02T12:00']],
    ['rate(1 day)', ['2026-04-02T12:00', '2026-04-03T12:00']],
    ['cron(0 10 * * ? *)', ['2026-04-02T10:00', '2026-04-03T10:00']],
    ['cron(0 12 * * ? *)', ['2026-04-02T12:00', '2026-04-03T12:00']],
    ['cron(0 18 ? * MON-FRI *)', ['2026-04-01T18:00', '2026-04-02T18:00', '2026-04-03T18:00', '2026-04-06T18:00']],
    ['cron(0 8 1 * ? *)', ['2026-05-01T08:00', '2026-06-01T08:00']],
    ['cron(0/15 * * * ? *)', ['2026-04-01T12:15', '2026-04-01T12:30', '2026-04-01T12:45', '2026-04-01T13:00']],
    ['cron(*/20 8-9 ? * SAT *)', ['2026-04-04T08:00', '2026-04-04T08:20', '2026-04-04T08:40', '2026-04-04T09:00']],
    ['cron(1/30 0 1,15 JAN,jul ? *)', ['2026-07-01T00:01', '2026-07-01T00:31', '2026-07-15T00:01']],
    ['cron(0 0 L * ? *)', ['2026-04-30T00:00', '2026-05-31T00:00']],
    ['cron(0 0 ? * L *)', ['2026-04-04T00:00', '2026-04-11T00:00']],
    ['cron(15 10 ? * 6L *)', ['2026-04-24T10:15', '2026-05-29T10:15']],
    ['cron(0 9 ? * TUE#1 *)', ['2026-04-07T09:00', '2026-05-05T09:00']],
    ['cron(0 9 ? * 2#5 *)', ['2026-06-29T09:00', '2026-08-31T09:00']],
    ['cron(0 9 4W * ? *)', ['2026-04-03T09:00', '2026-05-04T09:00']],
    ['cron(0 9 1W * ? 2026-2027)', ['2026-05-01T09:00', '2026-06-01T09:00', '2026-07-01T09:00', '2026-08-03T09:00']],
    ['cron(0 9 31W * ? *)', ['2026-05-29T09:00', '2026-07-31T09:00']],
    ['cron(0 0 29 2 ? *)', ['2028-02-29T00:00', '2032-02-29T00:00']],
    ['cron(30 6 ? 12 1-3/2 *)', ['2026-12-01T06:30', '2026-12-06T06:30']],
  ])('%s', (expression, expected) => {
    expect(runs(expression, start, expected.length)).toEqual(expected)
  })

  test('years that are over bring no more runs', () => {
    expect(runs('cron(0 0 1 1 ? 2026-2028)', start, 5)).toEqual(['2027-01-01T00:00', '2028-01-01T00:00'])
    expect(runs('cron(0 0 30 2 ? *)', start, 1)).toEqual([])
  })

  test('agrees with trying every minute', () => {
    const part = (most: number) => fc.uniqueArray(fc.nat(most), { minLength: 1, maxLength: 3 })
    const start = fc.integer({ min: 0, max: 365 * 1440 }).map(minute => Date.UTC(2026, 0, 1) + minute * minuteMs)
    fc.assert(
      fc.property(part(59), part(23), part(6), start, (minutes, hours, weekdays, after) => {
        const days = weekdays.map(day => day + 1)
        const found = scheduleTimes(`cron(${minutes.join(',')} ${hours.join(',')} ? * ${days.join(',')} *)`)(after) ?? 0
        const fits = (at: number) => {
          const date = new Date(at)
          return (
            minutes.includes(date.getUTCMinutes()) &&
            hours.includes(date.getUTCHours()) &&
            weekdays.includes(date.getUTCDay())
          )
        }
        let tried = after + minuteMs
        while (!fits(tried)) tried += minuteMs
        expect(found).toBe(tried)
      }),
    )
  })
})

test.each([
  'rate(0 minutes)',
  'rate(1 minutes)',
  'rate(5 minute)',
  'rate(30 seconds)',
  'every day',
  'at(2026-04-01T12:00:00)',
  'cron(0 3 * * *)',
  'cron(0 3 * * * *)',
  'cron(0 3 ? * ? *)',
  'cron(0 3 1 * MON *)',
  'cron(60 3 * * ? *)',
  'cron(0 24 * * ? *)',
  'cron(0 3 0 * ? *)',
  'cron(0 3 32W * ? *)',
  'cron(0 3 ? * 0 *)',
  'cron(0 3 ? * MON#6 *)',
  'cron(0 3 ? * 3#1,6#3 *)',
  'cron(0 3 ? * FRI-MON *)',
  'cron(0 3 * FOO ? *)',
  'cron(5-1 3 * * ? *)',
  'cron(0/0 3 * * ? *)',
  'cron(*-5 3 * * ? *)',
  'cron(0 3 * * ? 1969)',
  'cron(, 3 * * ? *)',
])('%s is refused', expression => {
  expect(() => scheduleTimes(expression)).toThrow(/write one like|is nothing that the field/)
})
