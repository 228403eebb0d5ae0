import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysCovered, nextDue, type Rhythm } from '../../core/digest/occurrence.ts'
import { zoneOffset } from '../../core/hours/zone-offset.ts'
import { dayOf } from '../../core/report/zone.ts'

const zone = 'Europe/Berlin'

test.each([
  [{ every: 'day', hour: 8, zone }, '2026-03-27T06:59:59.000Z', '2026-03-27T07:00:00.000Z'],
  [{ every: 'day', hour: 8, zone }, '2026-03-28T07:00:00.000Z', '2026-03-29T06:00:00.000Z'],
  [{ every: 'week', hour: 8, zone }, '2026-03-28T07:00:00.000Z', '2026-03-30T06:00:00.000Z'],
  [{ every: 'week', weekday: 7, hour: 23, zone }, '2026-03-29T21:00:00.000Z', '2026-04-05T21:00:00.000Z'],
  [{ every: 'month', hour: 0, zone }, '2026-03-31T22:00:00.000Z', '2026-04-30T22:00:00.000Z'],
] as [Rhythm, string, string][])('%j after %s is %s', (rhythm, after, next) => {
  expect(nextDue(rhythm, after)).toBe(next)
})

test('a month is as long as the one before, a week seven days, a day one', () => {
  const days = (every: Rhythm['every']) => daysCovered({ every, hour: 1, zone }, '2026-02-28T23:30:00.000Z')
  expect([days('month'), days('week'), days('day')]).toEqual([28, 7, 1])
})

const rhythms = fc.record({
  every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  zone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Etc/UTC'),
})
const instants = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map(date => date.toISOString())

test('whatever it was changed to, the next is later, at its hour, and in no period that had one', () => {
  fc.assert(
    fc.property(rhythms, instants, (rhythm, after) => {
      const first = nextDue(rhythm, after)
      const next = nextDue(rhythm, first, first)
      expect(first > after && next > first).toBe(true)
      for (const at of [first, next]) {
        const wall = new Date(Date.parse(at) + (zoneOffset(Date.parse(at), rhythm.zone) ?? 0))
        expect([rhythm.hour, rhythm.hour + 1]).toContain(wall.getUTCHours())
      }
      if (rhythm.every === 'month') expect(dayOf(next, rhythm.zone).slice(8)).toBe('01')
      const changed = nextDue({ ...rhythm, hour: 23 - rhythm.hour }, first, first)
      expect(dayOf(changed, rhythm.zone)).not.toBe(dayOf(first, rhythm.zone))
    }),
  )
})
