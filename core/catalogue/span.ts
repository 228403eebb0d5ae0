import { mostDays } from '../report/cells.ts'
import { dayOf, daysLater } from '../report/zone.ts'

/** Days of a zone, both included. */
export type Span = { from: string; to: string }

export const daysOf = ({ from, to }: Span): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

export const isLong = (span: Span): boolean => daysOf(span) > mostDays

/** `2026-02` of `2026-02-17`. */
export const monthOf = (day: string): string => day.slice(0, 7)

const monthsLater = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

const lastDayOf = (month: string): string => daysLater(`${monthsLater(month, 1)}-01`, -1)

/** The calendar months that a span touches. */
export function monthsOf({ from, to }: Span): string[] {
  const months: string[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = monthsLater(month, 1)) months.push(month)
  return months
}

/** Whether a span is of whole months; the last one may still be under way. */
export const isWholeMonths = ({ from, to }: Span, today: string): boolean =>
  from.endsWith('-01') && (to === lastDayOf(monthOf(to)) || (to >= today && monthOf(to) === monthOf(today)))

/** The whole months that hold a span: what to ask for instead. */
export const wholeMonths = ({ from, to }: Span): Span => ({ from: `${monthOf(from)}-01`, to: lastDayOf(monthOf(to)) })

/**
 * The period before, which ends the day before the span begins: as many calendar months where the span is of whole ones,
 * else as many days. `byMonths`: it is read by months, the last of which may be under way.
 */
export function spanBefore(span: Span, byMonths: boolean): Span {
  const to = daysLater(span.from, -1)
  const whole = span.from.endsWith('-01') && span.to === lastDayOf(monthOf(span.to))
  if (!whole && !byMonths) return { from: daysLater(span.from, -daysOf(span)), to }
  return { from: `${monthsLater(monthOf(span.from), -monthsOf(span).length)}-01`, to }
}

/** Every day of a span. */
export const everyDay = (span: Span): string[] =>
  Array.from({ length: daysOf(span) }, (_, n) => daysLater(span.from, n))

/** The instants at which the hours of UTC begin that lie in the days of a zone. */
export function hoursOf(span: Span, zone: string): string[] {
  const first = Date.parse(`${daysLater(span.from, -1)}T00:00:00.000Z`)
  const all = Array.from({ length: (daysOf(span) + 2) * 24 }, (_, n) => new Date(first + n * 3_600_000).toISOString())
  return all.filter(at => {
    const day = dayOf(at, zone)
    return span.from <= day && day <= span.to
  })
}
