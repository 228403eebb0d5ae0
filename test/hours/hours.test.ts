import { describe, expect, test } from 'vitest'
import { always, hoursSchema } from '../../core/hours/hours.ts'

const office = {
  v: 1,
  id: 'london',
  name: 'London',
  timeZone: 'Europe/London',
  weekly: { monday: [['09:00', '17:00']] },
  holidays: [],
}

const messages = (parts: object): string[] => {
  const parsed = hoursSchema.safeParse({ ...office, ...parts })
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

const days = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    date: new Date(Date.parse(first) + at * 86_400_000).toISOString().slice(0, 10),
  }))

test('weekdays that are not named are closed', () => {
  expect(hoursSchema.parse(office).weekly).toMatchObject({ monday: [['09:00', '17:00']], sunday: [] })
  expect(hoursSchema.parse(always)).toEqual(always)
})

describe('hours that are taken', () => {
  test.each([
    [
      'a break',
      {
        weekly: {
          monday: [
            ['09:00', '12:00'],
            ['12:00', '17:00'],
          ],
        },
      },
    ],
    [
      'any order',
      {
        weekly: {
          monday: [
            ['13:00', '17:00'],
            ['09:00', '12:00'],
          ],
        },
      },
    ],
    [
      'a night that ends when the next day begins',
      { weekly: { sunday: [['22:00', '09:00']], monday: [['09:00', '17:00']] } },
    ],
    ['a year of holidays but for a day', { holidays: days('2026-01-06', 362) }],
    ['a zone of three quarters of an hour', { timeZone: 'Asia/Kathmandu' }],
  ])('%s', (_, parts) => {
    expect(messages(parts)).toEqual([])
  })
})

describe('hours that are refused', () => {
  test.each([
    ['never open', { weekly: {} }, 'weekly: is open for less than an hour a week'],
    ['a few minutes', { weekly: { monday: [['09:00', '09:30']] } }, 'weekly: is open for less than an hour a week'],
    [
      'an unknown weekday',
      { weekly: { ...office.weekly, mon: [['09:00', '17:00']] } },
      'weekly: Unrecognized key: "mon"',
    ],
    ['no time', { weekly: { monday: [['9', '17:00']] } }, 'weekly.monday.0.0: write a time like 09:00'],
    [
      'beyond midnight',
      { weekly: { monday: [['09:00', '24:30']] } },
      'weekly.monday.0.1: write a time like 17:30, at most 24:00',
    ],
    [
      'nothing',
      { weekly: { monday: [['09:00', '09:00']] } },
      'weekly.monday.0: opens and closes at the same time; a whole day is 00:00 to 24:00',
    ],
    [
      'overlap',
      {
        weekly: {
          monday: [
            ['09:00', '12:00'],
            ['11:00', '17:00'],
          ],
        },
      },
      'weekly.monday: begins before another interval has ended',
    ],
    [
      'a night into the next day',
      { weekly: { sunday: [['22:00', '10:00']], monday: [['09:00', '17:00']] } },
      'weekly.monday: begins before another interval has ended',
    ],
    [
      'a zone of fancy',
      { timeZone: 'Europe/Atlantis' },
      'timeZone: is no IANA time zone; write one like Europe/London',
    ],
    ['a holiday twice', { holidays: [{ date: '2026-12-25' }, { date: '2026-12-25' }] }, 'holidays: name a date twice'],
    ['no date', { holidays: [{ date: '2026-02-30' }] }, 'holidays.0.date: Invalid ISO date'],
    ['closed for a year', { holidays: days('2026-01-06', 366) }, 'holidays: leave it closed for a whole year'],
  ])('%s', (_, parts, message) => {
    expect(messages(parts)).toEqual([message])
  })
})
