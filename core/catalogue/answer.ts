import { mostRows, type Report, type ReportFigure, type ReportRow } from '../api/report.ts'
import { type By, places } from '../report/dimension.ts'
import { daysLater } from '../report/zone.ts'
import { changeOf, discoveries } from '../statistics/rise.ts'
import { type Ask, Unanswerable } from './ask.ts'
import { keysOf } from './dimensions.ts'
import { type FigureSpec, isKeptBy, isPercentile } from './figure-spec.ts'
import { type Measured, measured } from './measure.ts'
import { type CellReads, type Counted, type CountedBy, readCounted } from './read-counted.ts'
import type { CellReport, ReportTexts } from './report-spec.ts'
import { everyDay, hoursOf, monthsOf, type Span } from './span.ts'
import { countOf, emptyTally, type Tally } from './tally.ts'

/** What a report answers to a question, from cells alone. Throws `Unanswerable` for more rows than anybody reads. */
export async function answerReport(report: CellReport, ask: Ask, reads: CellReads): Promise<Report> {
  const { figures, notes } = answerable(report, ask)
  const bys: By[] = ask.by === 'all' ? ['all'] : [ask.by, 'all']
  const counted = await readCounted(reads, figures, ask, bys)
  const totals = rowsOf(figures, ask, 'all', counted.get('all'), ['all'], 'total')
  const values = valuesOf(figures, ask, counted.get(ask.by))
  const shown = values.slice(0, ask.limit)
  const rows =
    ask.by === 'all' && ask.grain === 'total' ? totals : rowsOf(figures, ask, ask.by, counted.get(ask.by), shown)
  if (rows.length > mostRows)
    throw new Unanswerable(`That is ${rows.length} rows: ask for fewer days, or for a lower limit.`)
  return {
    ...headOf(report, ask, figures),
    totals: judged(totals),
    rows: judged(rows),
    left: values.length - shown.length,
    notes: [...ask.notes, ...notes],
  }
}

/** What every answer begins with. */
export const headOf = (
  { name, title, definition, source, chart }: ReportTexts,
  { span, before, grain, by, zone }: Pick<Ask, 'span' | 'before' | 'grain' | 'by' | 'zone'>,
  figures: readonly FigureSpec[],
): Omit<Report, 'totals' | 'rows' | 'left' | 'notes'> => ({
  ...{ name, title, definition, source, chart, grain, by, timezone: zone, period: span },
  ...(before && { before }),
  figures: figures.map(shownFigure),
})

export const shownFigure = (figure: FigureSpec): ReportFigure => {
  const { id, title, definition, unit, of, better, measure } = figure
  const exact = measure.type === 'count' || measure.type === 'unique' || measure.type === 'mean'
  return { id, title, definition, unit, of, better, certainty: exact ? 'exact' : 'interval' }
}

/** The figures there are cells for, and why others are left out. */
function answerable({ figures }: CellReport, { read, by }: Ask): { figures: FigureSpec[]; notes: string[] } {
  const isKept = (figure: FigureSpec) => read !== 'hour' || (!isPercentile(figure) && figure.measure.type !== 'unique')
  const kept = figures.filter(isKept)
  const percentiles = figures.some(isPercentile) && (read === 'hour' || !places[by].percentiles)
  const customers = figures.some(({ measure }) => measure.type === 'unique')
  return {
    figures: kept,
    notes: [
      ...(percentiles
        ? ['Percentiles are kept by all, channel, network, visit and team, in the company’s own days.']
        : []),
      ...(customers ? [uniqueNote(read)] : []),
    ],
  }
}

const uniqueNote = (read: Ask['read']): string =>
  read === 'hour'
    ? 'Customers are not counted by the hour.'
    : 'Customers do not add up: they are told for single days, months and years only.'

/** The values of the dimension, those with the most first. */
function valuesOf(figures: readonly FigureSpec[], ask: Ask, counted: CountedBy | undefined): string[] {
  if (ask.value !== undefined) return [ask.value]
  if (ask.by === 'all') return ['all']
  const whole = counted?.now.whole ?? new Map<string, Tally>()
  const sizes = new Map([...whole].map(([value, tally]) => [value, sizeOf(figures, tally)]))
  const found = [...sizes].filter(([, size]) => size > 0).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return found.map(([value]) => value)
}

const sizeOf = (figures: readonly FigureSpec[], tally: Tally): number =>
  figures.reduce((most, { measure }) => Math.max(most, measured(measure, tally).n), 0)

function rowsOf(
  figures: readonly FigureSpec[],
  ask: Ask,
  by: By,
  counted: CountedBy | undefined,
  values: readonly string[],
  grain = ask.grain,
): ReportRow[] {
  const shown = figures.filter(figure => isKeptBy(figure, by))
  const periods = periodsOf(ask, grain)
  return periods.flatMap(({ now, before, until }) =>
    values.flatMap(value => {
      const tally = tallyIn(counted?.now, now, value) ?? emptyTally()
      const earlier =
        counted?.before && before !== null ? (tallyIn(counted.before, before, value) ?? emptyTally()) : undefined
      return shown.map(figure =>
        rowOf(figure, { ask, by, value, until, ...(now !== undefined && { period: now }) }, tally, earlier),
      )
    }),
  )
}

const tallyIn = (counted: Counted | undefined, period: string | undefined, value: string): Tally | undefined =>
  period === undefined ? counted?.whole.get(value) : counted?.periods.get(period)?.get(value)

/** A shown period, the one it is compared with (null: none is), and its last day. */
type Period = { now: string | undefined; before: string | undefined | null; until: string }

/** The first with the first of the period before, and so on. */
function periodsOf({ span, before, zone }: Ask, grain: Ask['grain']): Period[] {
  if (grain === 'total') return [{ now: undefined, before: before ? undefined : null, until: span.to }]
  const [own, earlier] = [named(span, grain, zone), before ? named(before, grain, zone) : []]
  return own.map((now, n) => ({ now, before: earlier[n] ?? null, until: now.slice(0, 10) }))
}

function named(span: Span, grain: 'month' | 'day' | 'hour', zone: string): string[] {
  switch (grain) {
    case 'month':
      return monthsOf(span)
    case 'day':
      return everyDay(span)
    case 'hour':
      return hoursOf(span, zone)
    default:
      return grain satisfies never
  }
}

type Place = { ask: Ask; by: By; value: string; period?: string; until: string }

function rowOf(
  { id, measure, settlesAfterDays }: FigureSpec,
  { ask, by, value, period, until }: Place,
  tally: Tally,
  earlier: Tally | undefined,
): ReportRow {
  const now = measured(measure, tally)
  const before = earlier && measured(measure, earlier)
  const open = settlesAfterDays !== undefined && lastDay(until) > daysLater(ask.today, -settlesAfterDays)
  return {
    figure: id,
    ...keysOf(by, value),
    ...(period !== undefined && { period }),
    ...now,
    ...(open && { provisional: true }),
    ...(before && { before }),
    ...changed(measure, now, before, tally, earlier),
  }
}

/** The last day of `2026-03` is not known to be the 31st: it is late enough. */
const lastDay = (until: string): string => (until.length === 7 ? `${until}-31` : until)

function changed(
  measure: FigureSpec['measure'],
  now: Measured,
  before: Measured | undefined,
  tally: Tally,
  earlier: Tally | undefined,
): Pick<ReportRow, 'change'> {
  if (before === undefined || now.value === undefined || before.value === undefined) return {}
  const difference = now.value - before.value
  if (measure.type !== 'share' || earlier === undefined) return { change: { difference } }
  const [hits, hitsBefore] = [countOf(tally, measure.hits), countOf(earlier, measure.hits)]
  const { p } = changeOf({ now: hits, nowOf: now.n, before: hitsBefore, beforeOf: before.n })
  return { change: { difference, p } }
}

/** Of many changes some are great by chance: which of them say something is told of all rows together. */
export function judged(rows: readonly ReportRow[]): ReportRow[] {
  const tested = rows.flatMap(row => (row.change?.p === undefined ? [] : [{ row, p: row.change.p }]))
  const found = new Set(discoveries(tested).map(({ row }) => row))
  return rows.map(row =>
    row.change?.p === undefined ? row : { ...row, change: { ...row.change, significant: found.has(row) } },
  )
}
