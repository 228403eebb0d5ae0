import * as z from 'zod'
import { reportQuerySchema } from '../../core/api/report.ts'
import { calendarPeriods, calendarSpan, lastDays, lastOfMonth, type Span } from '../../core/saved-report/period.ts'

/** Periods that move on with the calendar; in an address they mean the same thing every day anew. */
export const periods = ['7', '28', '90', ...calendarPeriods, 'own'] as const
export type PeriodName = (typeof periods)[number]

const { from, to, by, grain, kind, campaign } = reportQuerySchema.shape

/** What an address asks of a report; what is not understood is left out. */
export const askedSchema = z.object({
  period: z.enum(periods).optional().catch(undefined),
  from: from.catch(undefined),
  to: to.catch(undefined),
  by: by.catch(undefined),
  value: z.string().min(1).max(128).optional().catch(undefined),
  grain: grain.catch(undefined),
  compare: z.enum(['before', 'none']).optional().catch(undefined),
  /** The figure that is drawn. */
  figure: z.string().max(64).optional().catch(undefined),
  kind: kind.catch(undefined),
  campaign: campaign.catch(undefined),
})
export type Asked = z.infer<typeof askedSchema>

/** A dimension that reports may be asked by. */
export const askedBy = (name: string): Asked['by'] => askedSchema.shape.by.parse(name)

/** A day of a zone: `2026-03-01`. */
export const todayIn = (zone: string, now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)

/** The days of a period that moves on; undefined where the address names days of its own, or none. */
export function spanOf(asked: Pick<Asked, 'period' | 'from' | 'to'>, today: string): Span | undefined {
  switch (asked.period) {
    case '7':
    case '28':
    case '90':
      return lastDays(Number(asked.period), today)
    case 'month':
    case 'last-month':
    case 'year':
      return calendarSpan(asked.period, today)
    case 'own':
    case undefined:
      return undefined
    default:
      return asked.period satisfies never
  }
}

export const mostDays = 92

const daysOf = (span: Span): number => (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000 + 1

/** Days of one's own as the API can answer them: in order, and whole months where they are many. */
export function ownSpan(one: string, other: string): Span {
  const [first = one, last = other] = [one, other].toSorted()
  const span = { from: first, to: last }
  return daysOf(span) <= mostDays ? span : { from: `${first.slice(0, 7)}-01`, to: lastOfMonth(last.slice(0, 7)) }
}

/** What the API is asked. */
export function queryOf({ figure: _figure, period, ...asked }: Asked, today: string) {
  return { ...asked, ...spanOf({ period, from: asked.from, to: asked.to }, today) }
}
export type AskedQuery = ReturnType<typeof queryOf>

/** The address of a report, asked like this: whoever opens it sees the same. */
export function addressOf(name: string, asked: Asked): string {
  const given = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  const query = new URLSearchParams(given)
  return `/insights${name === '' ? '' : `/${name}`}${query.size > 0 ? `?${query}` : ''}`
}
