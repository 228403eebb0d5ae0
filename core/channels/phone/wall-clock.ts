import { zoneOffset } from '../../hours/zone-offset.ts'
import { instantOf } from '../../payload/instant.ts'

/** A time as a clock on the wall shows it, without a zone. `month` is 1 to 12. */
export type WallClock = { year: number; month: number; day: number; hour: number; minute: number; second: number }

const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)[ T](\d{1,2}):(\d\d)(?::(\d\d))?$/

/**
 * The ways to read a time: one for `2019-09-13 16:44:10`, two for `04/09/17 12:39`, the day-first reading before the
 * month-first one. None for what no calendar has.
 */
export function readWallClock(text: string): WallClock[] {
  const first = yearFirst.exec(text)?.map(Number)
  if (first) {
    const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = first
    return [{ year, month, day, hour, minute, second: second || 0 }].filter(exists)
  }
  const [, a = 0, , b = 0, years = 0, hour = 0, minute = 0, second = 0] = yearLast.exec(text)?.map(Number) ?? []
  const year = years < 100 ? years + 2000 : years
  const rest = { year, hour, minute, second: second || 0 }
  return [
    { ...rest, month: b, day: a },
    { ...rest, month: a, day: b },
  ].filter(exists)
}

/** Regions that write the month before the day. Everybody else writes it after. */
const monthFirst = new Set(['US', 'PH'])

/** Of two ways to read a time, the one that is usual in the region. */
export const customaryReading = (readings: WallClock[], region: string): WallClock | undefined =>
  monthFirst.has(region) ? readings.at(-1) : readings[0]

function exists(wall: WallClock): boolean {
  const date = new Date(asUtc(wall))
  return date.getUTCDate() === wall.day && date.getUTCMonth() === wall.month - 1 && date.getUTCHours() === wall.hour
}

/** Epoch milliseconds of the same clock face in UTC. */
export const asUtc = ({ year, month, day, hour, minute, second }: WallClock): number =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/**
 * The instant at which clocks in `timeZone` (IANA) show this. An hour that the clocks repeat is read as its first
 * passing; one that they skip, as if they had not been moved. Undefined when the zone is unknown.
 */
export function instantInZone(wall: WallClock, timeZone: string): string | undefined {
  const face = asUtc(wall)
  const before = zoneOffset(face - dayMs, timeZone)
  const after = zoneOffset(face + dayMs, timeZone)
  if (before === undefined || after === undefined) return undefined
  const fits = [face - before, face - after].filter(at => at + (zoneOffset(at, timeZone) ?? 0) === face)
  return instantOf(fits.length === 0 ? face - before : Math.min(...fits))
}

const dayMs = 86_400_000
