import { daysLater } from '../report/zone.ts'

/** Periods of the calendar; which days they are is told from the day they are looked at. */
export const calendarPeriods = ['month', 'last-month', 'year'] as const
export type CalendarPeriod = (typeof calendarPeriods)[number]

/** Days, both included. */
export type Span = { from: string; to: string }

/** So many days up to today. */
export const lastDays = (days: number, today: string): Span => ({ from: daysLater(today, 1 - days), to: today })

/** This month so far, the whole last one, or the last twelve with this one. */
export function calendarSpan(period: CalendarPeriod, today: string): Span {
  switch (period) {
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today }
    case 'last-month': {
      const month = monthsBack(today, 1)
      return { from: `${month}-01`, to: lastOfMonth(month) }
    }
    case 'year':
      return { from: `${monthsBack(today, 11)}-01`, to: today }
    default:
      return period satisfies never
  }
}

/** The last day of a month: `2026-02` has `2026-02-28`. */
export const lastOfMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

const monthsBack = (day: string, months: number): string => {
  const [year = 0, number = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7)
}

type SavedDays = {
  days?: number | undefined
  period?: CalendarPeriod | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The days that a kept view means today; of one that names none, nothing: the report's own. */
export function savedSpan({ days, period, from, to }: SavedDays, today: string): Partial<Span> {
  if (days !== undefined) return lastDays(days, today)
  if (period !== undefined) return calendarSpan(period, today)
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
