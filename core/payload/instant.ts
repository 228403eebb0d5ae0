/**
 * RFC 3339 in UTC with milliseconds, from epoch milliseconds; undefined where that is no time of a contact. The years
 * are bounded because text order of instants must be time order, and because zero and junk are common defaults.
 */
export function instantOf(epochMs: number): string | undefined {
  return epochMs >= firstInstant && epochMs <= lastInstant ? new Date(epochMs).toISOString() : undefined
}

const firstInstant = Date.UTC(1990, 0, 1)
const lastInstant = Date.UTC(2200, 0, 1)

/** The same from RFC 3339 with an offset, of whatever precision. */
export function instantOfRfc3339(text: string): string | undefined {
  return rfc3339.test(text) ? instantOf(Date.parse(text.replace(' ', 'T'))) : undefined
}

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)$/

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const rfc2822 =
  /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-]\d{4}|gmt|utc?|z)$/i

/** RFC 2822 section 3.3: `Fri, 02 Nov 2018 10:52:29 +0000`. What only resembles it is undefined. */
export function instantOfRfc2822(text: string): string | undefined {
  const [, day, month = '', year, hour, minute, second = '0', zone = ''] = rfc2822.exec(text.trim()) ?? []
  const at = months.indexOf(month.toLowerCase())
  if (at < 0) return undefined
  const local = Date.UTC(Number(year), at, Number(day), Number(hour), Number(minute), Number(second))
  return new Date(local).getUTCDate() === Number(day) ? instantOf(local - zoneMs(zone)) : undefined
}

function zoneMs(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? []
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return sign === '-' ? -ms : ms
}

/** `secondsLater('2026-01-01T00:00:00.000Z', -9)`: the instant moved by seconds; itself where that leaves the bounds. */
export const secondsLater = (instant: string, seconds: number): string =>
  instantOf(Date.parse(instant) + seconds * 1000) ?? instant
