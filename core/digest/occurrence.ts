import { zoneOffset } from '../hours/zone-offset.ts'
import { dayOf, daysLater } from '../report/zone.ts'

/** How often, and when, in a zone (IANA). `weekday` counts from Monday, 1, and is of weeks alone; a month's is its first day. */
export type Rhythm = {
  every: 'day' | 'week' | 'month'
  weekday?: number | undefined
  hour: number
  zone: string
}

/** More days than any two occurrences are apart, when one between them is left out. */
const mostDays = 70

/**
 * The first instant after `after` that the rhythm names, never in the day, week or month in which `last` was: whatever a
 * rhythm is changed to, nothing comes twice in one of its periods. An hour that clocks leave out is the one after it.
 */
export function nextDue(rhythm: Rhythm, after: string, last?: string): string {
  const { every, weekday = 1, hour, zone } = rhythm
  const today = dayOf(after, zone)
  const done = last && periodOf(every, dayOf(last, zone))
  for (let n = 0; n < mostDays; n++) {
    const day = daysLater(today, n)
    const at = instantAt(day, hour, zone)
    if (fits(every, weekday, day) && at > after && periodOf(every, day) !== done) return at
  }
  throw new Error('a rhythm has no next occurrence')
}

/** How many days what is due then is about: those up to the day before. */
export function daysCovered({ every, zone }: Rhythm, due: string): number {
  switch (every) {
    case 'day':
      return 1
    case 'week':
      return 7
    case 'month':
      return Number(daysLater(`${dayOf(due, zone).slice(0, 7)}-01`, -1).slice(8))
    default:
      return every satisfies never
  }
}

function fits(every: Rhythm['every'], weekday: number, day: string): boolean {
  switch (every) {
    case 'day':
      return true
    case 'week':
      return weekdayOf(day) === weekday
    case 'month':
      return day.endsWith('-01')
    default:
      return every satisfies never
  }
}

/** A name of the day, week or month that a day is in. */
function periodOf(every: Rhythm['every'], day: string): string {
  switch (every) {
    case 'day':
      return day
    case 'week':
      return daysLater(day, 1 - weekdayOf(day))
    case 'month':
      return day.slice(0, 7)
    default:
      return every satisfies never
  }
}

/** 1 for Monday to 7. */
const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7

/** Clocks are asked twice: near a change, what they show then is not what they show at the first guess. */
function instantAt(day: string, hour: number, zone: string): string {
  const wall = Date.parse(day) + hour * 3_600_000
  const guess = wall - (zoneOffset(wall, zone) ?? 0)
  return new Date(wall - (zoneOffset(guess, zone) ?? 0)).toISOString()
}
