import { stretchesOf } from '../hours/zone-day.ts'
import { hourDays, mostDays } from '../report/cells.ts'
import type { By } from '../report/dimension.ts'
import { keepsHours } from '../report/groups.ts'
import { dayOf, daysLater } from '../report/zone.ts'
import type { ReportTexts } from './report-spec.ts'
import { daysOf, isLong, isWholeMonths, type Span, spanBefore, wholeMonths } from './span.ts'

/** What a row of a report covers; `total`: the whole span. */
export const shownGrains = ['total', 'month', 'day', 'hour'] as const
export type ShownGrain = (typeof shownGrains)[number]

export type Asked = {
  from?: string | undefined
  to?: string | undefined
  by?: By | undefined
  /** Only this value of the dimension. */
  value?: string | undefined
  grain?: ShownGrain | undefined
  timezone?: string | undefined
  compare: 'before' | 'none'
  /** The most values of the dimension that are shown. */
  limit: number
}

/** A question that can be answered, and how: `read` is the grain of the cells. */
export type Ask = {
  span: Span
  before?: Span
  by: By
  value?: string
  grain: ShownGrain
  read: 'hour' | 'day' | 'month'
  zone: string
  limit: number
  today: string
  /** Up to this day nothing of the first seven days after a resolution is open. */
  settledUntil: string
  notes: string[]
}

/** Why a question has no answer, and what to ask instead. */
export class Unanswerable extends Error {
  override name = 'Unanswerable'
}

/** First contact resolution waits so long for the customer to come again. */
const settlingDays = 7
const usualDays = 28
const mostHourDays = 7
/** Series of more values than this are no picture any more. */
export const mostSeries = 12

/** Throws `Unanswerable`. `zone` is the company's. */
export function askOf(report: Pick<ReportTexts, 'by'>, asked: Asked, zone: string, now: string): Ask {
  const reader = asked.timezone ?? zone
  const today = dayOf(now, reader)
  const span = spanOf(asked, today)
  const by = asked.by ?? report.by[0] ?? 'all'
  if (!report.by.includes(by))
    throw new Unanswerable(`This report is kept by ${report.by.join(', ')}: choose one as by.`)
  const grain = asked.grain ?? (by === 'all' ? usualGrain(span) : 'total')
  const read = reader === zone ? grainOfCells(span, grain, today) : 'hour'
  if (reader !== zone || grain === 'hour') requireHours(by, span, reader, zone, today)
  if (grain === 'hour' && daysOf(span) > mostHourDays)
    throw new Unanswerable(`Hours are shown for ${mostHourDays} days at most: ask for fewer days, or for grain=day.`)
  const before = asked.compare === 'none' ? undefined : beforeOf(span, read, today)
  return {
    ...{ span, by, grain, read, zone: reader, today, settledUntil: daysLater(today, -settlingDays) },
    ...(before && { before }),
    ...(asked.value !== undefined && { value: asked.value }),
    limit: grain === 'total' ? asked.limit : Math.min(asked.limit, mostSeries),
    notes: notesOf(asked, before, span, read, today),
  }
}

const notesOf = (asked: Asked, before: Span | undefined, span: Span, read: Ask['read'], today: string): string[] => [
  ...(asked.compare === 'before' && before === undefined ? [noHoursBefore] : []),
  ...(read === 'month' && wholeMonths(span).to > today ? ['The last month is still under way.'] : []),
]

const noHoursBefore = `The period before is not shown: hours are kept for ${hourDays} days.`

function spanOf({ from, to }: Asked, today: string): Span {
  const until = to ?? today
  const span = { from: from ?? daysLater(until, 1 - usualDays), to: until }
  if (span.from > span.to) throw new Unanswerable('The period begins after it ends: exchange from and to.')
  if (daysOf(span) > 3700) throw new Unanswerable('A report covers ten years at most: choose a later from.')
  return span
}

const usualGrain = (span: Span): ShownGrain => (isLong(span) ? 'month' : 'day')

function grainOfCells(span: Span, grain: ShownGrain, today: string): Ask['read'] {
  if (grain === 'hour') return 'hour'
  const whole = isWholeMonths(span, today)
  if (isLong(span)) {
    const { from, to } = wholeMonths(span)
    if (!whole || grain === 'day')
      throw new Unanswerable(
        `Periods over ${mostDays} days are read by whole months: ask for from=${from}&to=${to}&grain=month, or for fewer days.`,
      )
    return 'month'
  }
  return grain === 'month' && whole ? 'month' : 'day'
}

function requireHours(by: By, span: Span, reader: string, zone: string, today: string): void {
  const instead = reader === zone ? 'ask for grain=day' : `leave timezone out: days are then those of ${zone}`
  if (!keepsHours(by)) throw new Unanswerable(`By ${by} nothing is kept by the hour: ${instead}, or choose another by.`)
  const first = daysLater(today, 1 - hourDays)
  if (span.from < first)
    throw new Unanswerable(`Hours are kept for ${hourDays} days: ask from ${first} on, or ${instead}.`)
  const odd = stretchesOf(Math.floor(Date.parse(span.from) / 86_400_000), reader).some(
    ({ offset }) => offset % 3_600_000,
  )
  if (odd) throw new Unanswerable(`Cells are whole hours of UTC, days of this zone begin between them: ${instead}.`)
}

function beforeOf(span: Span, read: Ask['read'], today: string): Span | undefined {
  const before = spanBefore(span, read === 'month')
  return read === 'hour' && before.from < daysLater(today, 1 - hourDays) ? undefined : before
}
