import type { Grain, PeriodCells } from '../report/cells.ts'
import { type By, places } from '../report/dimension.ts'
import { bucketGroupOf, type Group, groupOf, keepsYears } from '../report/groups.ts'
import type { Histogram, Metric } from '../report/metrics.ts'
import type { ReportStore } from '../report/store.ts'
import { dayOf, daysLater } from '../report/zone.ts'
import type { Ask } from './ask.ts'
import { type FigureSpec, metricsOf } from './figure-spec.ts'
import { isWholeMonths, monthOf, monthsOf, type Span } from './span.ts'
import { overPeriods, readTallies, type Tallies, type Tally, tallyOf } from './tally.ts'

export type CellReads = Pick<ReportStore, 'cells'>

/** What was counted in a span: by the periods that are shown and by value, and over all of it by value. */
export type Counted = { periods: Tallies; whole: Map<string, Tally> }

export type CountedBy = { now: Counted; before?: Counted }

/**
 * Counts of the asked span and the one before it, by each of the dimensions. A group's cells of both spans are read in
 * one Query, and once for all dimensions that lie in it.
 */
export async function readCounted(
  reads: CellReads,
  figures: readonly FigureSpec[],
  ask: Ask,
  bys: readonly By[],
): Promise<Map<By, CountedBy>> {
  const wanted = wantedOf(figures, ask)
  const cells = await readGroups(reads, groupsOf(wanted, ask, bys), rangeOf(ask, ask.read))
  const unique = wanted.metrics.has('customers') ? uniqueGrain(ask) : undefined
  const uniques = unique && (await readGroups(reads, uniqueGroups(bys, unique), rangeOf(ask, unique)))
  return new Map(
    bys.map(by => {
      const counted = (span: Span): Counted => {
        const periods = periodsOf(cells, by, wanted, ask, span)
        const whole = overPeriods(periods)
        if (uniques && unique) addUniques(whole, uniques.get(groupOf(by, 'customers', unique)) ?? [], by, unique, span)
        return { periods, whole }
      }
      return [by, { now: counted(ask.span), ...(ask.before && { before: counted(ask.before) }) }]
    }),
  )
}

type Wanted = { metrics: ReadonlySet<Metric>; histograms: Histogram[] }

function wantedOf(figures: readonly FigureSpec[], { read }: Ask): Wanted {
  const metrics = new Set(figures.flatMap(({ measure }) => metricsOf(measure)))
  const drawn = figures.flatMap(({ measure }) => (measure.type === 'percentile' ? [measure.of] : []))
  return { metrics, histograms: read === 'hour' ? [] : [...new Set(drawn)] }
}

function groupsOf({ metrics, histograms: drawn }: Wanted, { read }: Ask, bys: readonly By[]): Group[] {
  const counts = bys.flatMap(by => countGroups(by, metrics, read))
  const buckets = bys.flatMap(by => drawn.flatMap(name => bucketGroupOf(by, name, read) ?? []))
  return [...new Set<Group>([...counts, ...buckets])]
}

/** The groups that hold any of these counts; of a pair, of which some are kept, nothing is read for the others. */
const countGroups = (by: By, metrics: ReadonlySet<Metric>, grain: Grain): Group[] =>
  [...metrics].filter(metric => places[by].only?.includes(metric) ?? true).map(metric => groupOf(by, metric, grain))

async function readGroups(
  reads: CellReads,
  wanted: readonly Group[],
  { grain, from, to }: { grain: Grain; from: string; to: string },
): Promise<Map<Group, PeriodCells[]>> {
  const read = async (group: Group) => [group, await reads.cells({ grain, group, from, to })] as const
  return new Map(await Promise.all(wanted.map(read)))
}

/** The periods of both spans, as cells are named. */
function rangeOf({ span, before }: Ask, grain: Grain): { grain: Grain; from: string; to: string } {
  const [from, to] = [before?.from ?? span.from, span.to]
  switch (grain) {
    case 'hour':
      return { grain, from: `${daysLater(from, -1)}T00`, to: `${daysLater(to, 1)}T23` }
    case 'day':
      return { grain, from, to }
    case 'month':
      return { grain, from: monthOf(from), to: monthOf(to) }
    case 'year':
      return { grain, from: from.slice(0, 4), to: to.slice(0, 4) }
    default:
      return grain satisfies never
  }
}

function periodsOf(cells: Map<Group, PeriodCells[]>, by: By, wanted: Wanted, ask: Ask, span: Span): Tallies {
  const tallies: Tallies = new Map()
  for (const [group, periods] of cells) {
    const drawn = wanted.histograms.filter(name => bucketGroupOf(by, name, ask.read) === group)
    const metrics = new Set([...wanted.metrics].filter(metric => groupOf(by, metric, ask.read) === group))
    readTallies(tallies, periods, { by, metrics, histograms: drawn }, period => shownPeriod(ask, span, period))
  }
  if (ask.grain !== ask.read || ask.read === 'hour')
    for (const values of tallies.values()) for (const { counts } of values.values()) counts.delete('customers')
  return tallies
}

/** The period that a cell is shown in; undefined where it lies outside of the span. */
function shownPeriod({ read, grain, zone }: Ask, span: Span, period: string): string | undefined {
  const start = read === 'hour' ? `${period}:00:00.000Z` : period
  const day = read === 'hour' ? dayOf(start, zone) : read === 'day' ? period : undefined
  const month = day === undefined ? period : monthOf(day)
  const within =
    day === undefined ? monthOf(span.from) <= month && month <= monthOf(span.to) : span.from <= day && day <= span.to
  if (!within) return undefined
  switch (grain) {
    case 'total':
      return 'total'
    case 'hour':
      return start
    case 'day':
      return day
    case 'month':
      return month
    default:
      return grain satisfies never
  }
}

/** The grain of which the span is exactly one period: customers are kept by it, and do not add up. */
export function uniqueGrain({
  span,
  read,
  today,
}: Pick<Ask, 'span' | 'read' | 'today'>): 'day' | 'month' | 'year' | undefined {
  if (read === 'hour') return undefined
  if (span.from === span.to) return 'day'
  if (!isWholeMonths(span, today)) return undefined
  const months = monthsOf(span)
  if (months.length === 1) return 'month'
  const wholeYear = span.from.slice(5) === '01-01' && span.from.slice(0, 4) === span.to.slice(0, 4)
  return wholeYear && (months.length === 12 || span.to >= today) ? 'year' : undefined
}

const uniqueGroups = (bys: readonly By[], grain: 'day' | 'month' | 'year'): Group[] => [
  ...new Set(bys.filter(by => grain !== 'year' || keepsYears(by)).map(by => groupOf(by, 'customers', grain))),
]

function addUniques(
  whole: Map<string, Tally>,
  cells: PeriodCells[],
  by: By,
  grain: 'day' | 'month' | 'year',
  span: Span,
): void {
  const length = { day: 10, month: 7, year: 4 }[grain]
  const period = span.from.slice(0, length)
  if (period !== span.to.slice(0, length)) return
  const found: Tallies = new Map()
  const wanted = { by, metrics: new Set<Metric>(['customers']), histograms: [] }
  readTallies(found, cells, wanted, one => (one === period ? 'total' : undefined))
  for (const [value, { counts }] of found.get('total') ?? []) {
    const tally = whole.get(value) ?? tallyOf(found, 'total', value)
    tally.counts.set('customers', counts.get('customers') ?? 0)
    whole.set(value, tally)
  }
}
