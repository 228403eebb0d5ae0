const dayMs = 86_400_000

/** A day of the calendar as `YYYY-MM-DD`; undefined where there is none, like 31 April. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const time = Date.UTC(year, month - 1, day)
  const made = new Date(time)
  const exists = year >= 1900 && year <= 2100 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
  return exists ? made.toISOString().slice(0, 10) : undefined
}

/** The day in the year that lies nearest to the time of writing: what people mean who leave the year out. */
export function nearestDay(writtenAt: string, month: number, day: number): string | undefined {
  const written = Date.parse(writtenAt)
  const year = new Date(written).getUTCFullYear()
  const days = [year - 1, year, year + 1].flatMap(candidate => dayOf(candidate, month, day) ?? [])
  return days.sort((a, b) => Math.abs(Date.parse(a) - written) - Math.abs(Date.parse(b) - written))[0]
}

/** So many days after the time of writing. */
export const dayAfter = (writtenAt: string, days: number): string =>
  new Date(Date.parse(writtenAt) + days * dayMs).toISOString().slice(0, 10)

/** 0 for Sunday to 6. */
export const weekdayOf = (writtenAt: string): number => new Date(Date.parse(writtenAt)).getUTCDay()
