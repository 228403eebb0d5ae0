import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { always, type Hours, hoursSchema } from '../../core/hours/hours.ts'
import { addWorkingTime, isOpen, nextOpening, workingTimeBetween } from '../../core/hours/working-time.ts'
import { changes, hoursNear, openByTheWall, situation } from './some-hours.ts'

const hourMs = 3_600_000
const office = [['09:00', '17:00']]
const hours = (parts: object): Hours =>
  hoursSchema.parse({
    ...{ v: 1, id: 'office', name: 'Office', timeZone: 'Europe/London', holidays: [] },
    weekly: { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
    ...parts,
  })
const daily = (intervals: string[][]) => ({
  ...{ monday: intervals, tuesday: intervals, wednesday: intervals, thursday: intervals },
  ...{ friday: intervals, saturday: intervals, sunday: intervals },
})

describe('an office', () => {
  test.each([
    ['within a day', '2026-04-01T08:00:00.000Z', 4, '2026-04-01T12:00:00.000Z'],
    ['up to its closing, not the next opening', '2026-04-01T08:00:00.000Z', 8, '2026-04-01T16:00:00.000Z'],
    ['over a night', '2026-04-01T15:00:00.000Z', 2, '2026-04-02T09:00:00.000Z'],
    ['over a weekend', '2026-04-10T15:30:00.000Z', 1, '2026-04-13T08:30:00.000Z'],
    ['over the weekend on which clocks go forward', '2026-03-27T16:00:00.000Z', 2, '2026-03-30T09:00:00.000Z'],
    ['from a time at which it is closed', '2026-04-11T12:00:00.000Z', 1, '2026-04-13T09:00:00.000Z'],
    ['three working days', '2026-04-09T08:00:00.000Z', 24, '2026-04-13T16:00:00.000Z'],
  ])('%s', (_, from, passed, until) => {
    expect(addWorkingTime(hours({}), from, passed * hourMs)).toBe(until)
    expect(workingTimeBetween(hours({}), from, until)).toBe(passed * hourMs)
  })

  test('is open from its opening until just before its closing', () => {
    expect(isOpen(hours({}), '2026-04-01T08:00:00.000Z')).toBe(true)
    expect(isOpen(hours({}), '2026-04-01T07:59:59.999Z')).toBe(false)
    expect(isOpen(hours({}), '2026-04-01T15:59:59.999Z')).toBe(true)
    expect(isOpen(hours({}), '2026-04-01T16:00:00.000Z')).toBe(false)
  })

  test('opens next on Monday; while it is open, now', () => {
    expect(nextOpening(hours({}), '2026-04-10T16:00:00.000Z')).toBe('2026-04-13T08:00:00.000Z')
    expect(nextOpening(hours({}), '2026-04-10T12:34:56.789Z')).toBe('2026-04-10T12:34:56.789Z')
  })

  test('is closed on a holiday, or open at other times', () => {
    const holidays = [{ date: '2026-12-25' }, { date: '2026-12-24', intervals: [['10:00', '12:00']] }]
    const eve = '2026-12-23T17:00:00.000Z'
    expect(workingTimeBetween(hours({ holidays }), eve, '2026-12-28T00:00:00.000Z')).toBe(2 * hourMs)
    expect(nextOpening(hours({ holidays }), '2026-12-24T12:00:00.000Z')).toBe('2026-12-28T09:00:00.000Z')
  })

  test('no time passes towards the past', () => {
    expect(workingTimeBetween(hours({}), '2026-04-01T12:00:00.000Z', '2026-04-01T10:00:00.000Z')).toBe(0)
  })
})

describe('a night shift', () => {
  const night = (parts: object = {}) => hours({ weekly: daily([['22:00', '06:00']]), ...parts })

  test('of eight hours has nine when clocks go back, and seven when they go forward', () => {
    expect(workingTimeBetween(night(), '2026-10-24T12:00:00.000Z', '2026-10-25T12:00:00.000Z')).toBe(9 * hourMs)
    expect(workingTimeBetween(night(), '2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z')).toBe(7 * hourMs)
  })

  test('ends at midnight before a holiday', () => {
    const shift = night({ holidays: [{ date: '2026-12-25' }] })
    expect(workingTimeBetween(shift, '2026-12-24T12:00:00.000Z', '2026-12-25T12:00:00.000Z')).toBe(2 * hourMs)
    expect(nextOpening(shift, '2026-12-25T01:00:00.000Z')).toBe('2026-12-26T22:00:00.000Z')
  })
})

test('around the clock but for a holiday, the holiday is closed', () => {
  const given = { ...always, holidays: [{ date: '2026-12-25' }] }
  expect(workingTimeBetween(given, '2026-12-24T00:00:00.000Z', '2026-12-27T00:00:00.000Z')).toBe(48 * hourMs)
})

test('adding nothing is no wait for the next opening', () => {
  expect(addWorkingTime(hours({}), '2026-04-11T12:00:00.000Z', 0)).toBe('2026-04-11T12:00:00.000Z')
})

test('around the clock, every millisecond is working time', () => {
  const [from, to] = ['2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z']
  expect(workingTimeBetween(always, from, to)).toBe(Date.parse(to) - Date.parse(from))
  expect(addWorkingTime(always, from, 1)).toBe('2026-01-01T00:00:00.001Z')
  expect(isOpen(always, to)).toBe(true)
})

test('what two years do not hold is not looked for', () => {
  const weekly = { monday: [['09:00', '10:00']] }
  expect(addWorkingTime(hours({ weekly }), '2026-01-01T00:00:00.000Z', 200 * hourMs)).toBeUndefined()
  expect(addWorkingTime(hours({ weekly }), '2026-01-01T00:00:00.000Z', 100 * hourMs)).toBe('2027-11-29T10:00:00.000Z')
})

describe('laws, around changes of clocks in every kind of zone', () => {
  test('it is open exactly when a clock on the wall shows a time within an interval', () => {
    fc.assert(
      fc.property(situation(1, 2880), ([given, [at = '']]) => {
        expect(isOpen(given, at)).toBe(openByTheWall(given, Date.parse(at)))
      }),
      { numRuns: 500 },
    )
  })

  test('also in the very instant in which clocks change, and beside it', () => {
    const beside = fc.tuple(fc.constantFrom(...changes), fc.constantFrom(-1000, -1, 0, 1, 1000))
    const given = beside.chain(([[timeZone, change], ms]) =>
      fc.tuple(hoursNear(timeZone, Date.parse(change)), fc.constant(Date.parse(change) + ms)),
    )
    fc.assert(
      fc.property(given, ([near, at]) => {
        expect(isOpen(near, new Date(at).toISOString())).toBe(openByTheWall(near, at))
      }),
      { numRuns: 300 },
    )
  })

  test('working time is that of its minutes, counted one by one', () => {
    fc.assert(
      fc.property(situation(2, 3000), ([given, instants]) => {
        const [from = 0, to = 0] = instants.map(at => Math.ceil(Date.parse(at) / 60_000) * 60_000)
        let counted = 0
        for (let minute = from; minute < to; minute += 60_000) if (openByTheWall(given, minute)) counted += 60_000
        const [first, last] = [new Date(from).toISOString(), new Date(to).toISOString()]
        expect(workingTimeBetween(given, first, last)).toBe(counted)
      }),
    )
  })

  test('parts add up to the whole', () => {
    fc.assert(
      fc.property(situation(3, 40_000), ([given, [a = '', b = '', c = '']]) => {
        const between = (from: string, to: string) => workingTimeBetween(given, from, to)
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
      }),
    )
  })

  const added = fc.tuple(situation(1, 5000), fc.integer({ min: 1, max: 40 * hourMs }))

  test('after adding, just so much has passed, and the last of it was open', () => {
    fc.assert(
      fc.property(added, ([[given, [from = '']], ms]) => {
        const until = addWorkingTime(given, from, ms)
        if (until === undefined) return
        expect(workingTimeBetween(given, from, until)).toBe(ms)
        expect(isOpen(given, new Date(Date.parse(until) - 1).toISOString())).toBe(true)
      }),
    )
  })

  test('adding more, or from later, never ends earlier; adding in two steps is adding once', () => {
    fc.assert(
      fc.property(
        situation(2, 5000),
        fc.nat(20 * hourMs),
        fc.nat(20 * hourMs),
        ([given, [from = '', later = '']], x, y) => {
          const once = addWorkingTime(given, from, x + y) ?? '9'
          expect((addWorkingTime(given, from, x) ?? '9') <= once).toBe(true)
          expect(once <= (addWorkingTime(given, later, x + y) ?? '9')).toBe(true)
          const step = addWorkingTime(given, from, x)
          if (once !== '9' && step !== undefined) expect(addWorkingTime(given, step, y)).toBe(x + y === 0 ? from : once)
        },
      ),
    )
  })

  test('the next opening is open, and nothing before it is', () => {
    fc.assert(
      fc.property(situation(1, 5000), ([given, [at = '']]) => {
        const opening = nextOpening(given, at)
        if (opening === undefined) return
        expect(isOpen(given, opening)).toBe(true)
        expect(workingTimeBetween(given, at, opening)).toBe(0)
      }),
    )
  })
})
