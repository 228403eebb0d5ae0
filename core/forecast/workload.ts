/** How many came in each hour, oldest first, without a gap; the first of them is the first hour of a week. */
export type Hourly = readonly number[]

/**
 * What to expect, hour by hour; `low` and `high` hold four hours of five of the weeks that were forecast to try it.
 * `error` is the sum of all misses by all that came in those weeks (WAPE; 0.2: one contact in five was forecast for the
 * wrong hour, or not at all); `naive` is the same error had the week before been taken for the next.
 */
export type Forecast = {
  hours: { expected: number; low: number; high: number }[]
  method: Method
  error: number
  naive: number
  weeksTried: number
}
export const methods = ['last-week', 'mean-of-weeks', 'smoothed'] as const
export type Method = (typeof methods)[number]

export const week = 168
const mostTried = 3

/**
 * The next hours' work by the week's rhythm. Three plain methods are each tried on the last weeks, forecast from nothing
 * but what lay before them; the one that missed least then is taken (Hyndman and Athanasopoulos, "Forecasting: principles
 * and practice", 5.8 and 5.10). Undefined of less than three weeks: there is nothing to try it on.
 */
export function forecastWorkload(hourly: Hourly, hoursAhead: number): Forecast | undefined {
  const weeks = Math.floor(hourly.length / week)
  if (weeks < 3) return undefined
  const tried = methods.map(method => ({ method, ...tryOut(method, hourly) }))
  const best = tried.reduce((a, b) => (b.error < a.error ? b : a))
  const expected = Array.from({ length: hoursAhead }, (_, ahead) => expect(best.method, hourly, ahead))
  const hours = expected.map(value => ({ expected: value, ...bounds(value, best.misses) }))
  return { hours, method: best.method, error: best.error, naive: tried[0]?.error ?? 0, weeksTried: triedOf(weeks) }
}

const triedOf = (weeks: number): number => Math.min(mostTried, weeks - 2)

/** Each of the last weeks forecast by what lay before it: how far off, and by how many standard deviations of a count. */
function tryOut(method: Method, hourly: Hourly): { error: number; misses: number[] } {
  const last = Math.floor(hourly.length / week) * week
  const pairs = Array.from({ length: triedOf(last / week) }, (_, back) => last - (back + 1) * week).flatMap(from =>
    Array.from({ length: week }, (_, ahead) => ({
      came: hourly[from + ahead] ?? 0,
      expected: expect(method, hourly.slice(0, from), ahead),
    })),
  )
  const all = pairs.reduce((sum, { came }) => sum + came, 0)
  const missed = pairs.reduce((sum, { came, expected }) => sum + Math.abs(came - expected), 0)
  const misses = pairs.map(({ came, expected }) => (came - expected) / Math.sqrt(Math.max(1, expected)))
  return { error: all === 0 ? 0 : missed / all, misses: misses.toSorted((a, b) => a - b) }
}

/** What came in this hour of earlier weeks, the newest first. */
function sameHours(hourly: Hourly, ahead: number): number[] {
  const hour = (hourly.length + ahead) % week
  return hourly.filter((_, index) => index % week === hour).toReversed()
}

const smoothing = 0.4

function expect(method: Method, hourly: Hourly, ahead: number): number {
  const seen = sameHours(hourly, ahead)
  switch (method) {
    case 'last-week':
      return seen[0] ?? 0
    case 'mean-of-weeks':
      return seen.reduce((sum, count) => sum + count, 0) / Math.max(1, seen.length)
    case 'smoothed':
      return seen.toReversed().reduce((level, count) => level + smoothing * (count - level), seen.at(-1) ?? 0)
  }
}

/** Misses grow with the root of what is expected, as those of counts do. */
function bounds(expected: number, misses: readonly number[]): { low: number; high: number } {
  const at = (share: number) => misses[Math.min(misses.length - 1, Math.floor(share * misses.length))] ?? 0
  const scale = Math.sqrt(Math.max(1, expected))
  return { low: Math.max(0, expected + Math.min(0, at(0.1)) * scale), high: expected + Math.max(0, at(0.9)) * scale }
}
