import { daysIn, timesIn } from '../../core/reply/checks/days.ts'

const inSoon = /^in\s+(\d{1,3})\s*(m|min|minutes?|minuten|h|hours?|stunden?)$/iu
const shortTime = /(?:^|\s)(\d{1,2})(?:[.:](\d{2}))?\s*$/u

/**
 * The moment that people mean, like `tomorrow 10:30`, `Fr 14 Uhr`, `24.12. 9:00`, `in 2 hours` or only `16:00`, where
 * `timeZone` (IANA; undefined: the machine's) is the writer's. A time of day alone is the next such time. RFC 3339 UTC;
 * undefined where no time can be told.
 */
export function whenOf(
  text: string,
  now: Date,
  timeZone: string | undefined,
  region: 'DE' | 'GB' = 'GB',
): string | undefined {
  const soon = inSoon.exec(text.trim())
  if (soon)
    return new Date(now.getTime() + Number(soon[1]) * (/^m/i.test(soon[2] ?? '') ? 60_000 : 3_600_000)).toISOString()
  const time = timesIn(text)[0] ?? shortTimeIn(text)
  if (time === undefined) return undefined
  const here = wallClock(now.getTime(), timeZone)
  const day = daysIn(withoutShortDays(text), { region, writtenAt: here })?.named[0]
  const at = instantOf(day ?? here.slice(0, 10), time, timeZone)
  if (day !== undefined || at > now.getTime()) return new Date(at).toISOString()
  return new Date(instantOf(wallClock(now.getTime() + 86_400_000, timeZone).slice(0, 10), time, timeZone)).toISOString()
}

function shortTimeIn(text: string): string | undefined {
  const [, hour, minute = '00'] = shortTime.exec(text) ?? []
  return hour === undefined || Number(hour) > 23 || Number(minute) > 59
    ? undefined
    : `${hour.padStart(2, '0')}:${minute}`
}

const shortDays: Record<string, string> = {
  mo: 'Montag',
  mon: 'Monday',
  di: 'Dienstag',
  tue: 'Tuesday',
  mi: 'Mittwoch',
  wed: 'Wednesday',
  do: 'Donnerstag',
  thu: 'Thursday',
  fr: 'Freitag',
  fri: 'Friday',
  sa: 'Samstag',
  sat: 'Saturday',
  so: 'Sonntag',
  sun: 'Sunday',
}

const withoutShortDays = (text: string): string =>
  text.replace(/^\s*([a-z]{2,3})\b\.?/i, (whole, day: string) => shortDays[day.toLowerCase()] ?? whole)

/** What clocks show there, written as if it were UTC. */
function wallClock(at: number, timeZone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...(timeZone !== undefined && { timeZone }),
  }).formatToParts(at)
  const of = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00.000Z`
}

/** When clocks show that there; of an hour that a change of time leaves out, the one after it. */
function instantOf(day: string, time: string, timeZone: string | undefined): number {
  const shown = Date.parse(`${day}T${time}:00.000Z`)
  const offsetAt = (at: number) => Date.parse(wallClock(at, timeZone)) - Math.floor(at / 60_000) * 60_000
  const first = shown - offsetAt(shown)
  return shown - offsetAt(first)
}
