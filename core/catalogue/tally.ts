import type { PeriodCells } from '../report/cells.ts'
import { type By, places } from '../report/dimension.ts'
import { parseField } from '../report/expand.ts'
import { type Histogram, histograms, type Metric, metrics } from '../report/metrics.ts'

/** What was counted of one value of a dimension, in one period or several. */
export type Tally = { counts: Map<Metric, number>; buckets: Map<Histogram, Map<number, number>> }

/** Tallies by period and value. */
export type Tallies = Map<string, Map<string, Tally>>

export const emptyTally = (): Tally => ({ counts: new Map(), buckets: new Map() })

const isMetric = (name: string): name is Metric => name in metrics
const metricByCode = new Map<string, Metric>(
  Object.keys(metrics).flatMap(name => (isMetric(name) ? [[metrics[name], name]] : [])),
)

/** Which fields of cells are read. */
export type Wanted = { by: By; metrics: ReadonlySet<Metric>; histograms: readonly Histogram[] }

/** Adds what cells hold of one dimension to `tallies`; `periodOf` may join periods, or leave one out. */
export function readTallies(
  tallies: Tallies,
  cells: readonly PeriodCells[],
  { by, metrics: wanted, histograms: drawn }: Wanted,
  periodOf: (period: string) => string | undefined,
): void {
  const bucketOf = bucketFields(drawn)
  for (const { period, fields } of cells) {
    const named = periodOf(period)
    if (named === undefined) continue
    for (const [field, n] of fields) {
      const { code, what, value } = parseField(field)
      if (code !== places[by].code || n === 0) continue
      const metric = metricByCode.get(what)
      if (metric === undefined) addBucket(tallies, named, value, bucketOf(what), n)
      else if (wanted.has(metric)) addCount(tallyOf(tallies, named, value), metric, n)
    }
  }
}

type Bucket = { histogram: Histogram; bucket: number } | undefined

/** `F12` is bucket 12; of two histograms in one group the letters differ. */
function bucketFields(wanted: readonly Histogram[]): (what: string) => Bucket {
  const byLetter = new Map<string, Histogram>(wanted.map(name => [histograms[name].code, name]))
  return what => {
    const [letter = '', digits = ''] = [what.slice(0, 1), what.slice(1)]
    const histogram = byLetter.get(letter)
    return histogram !== undefined && /^\d+$/.test(digits) ? { histogram, bucket: Number(digits) } : undefined
  }
}

export function tallyOf(tallies: Tallies, period: string, value: string): Tally {
  const values = tallies.get(period) ?? new Map<string, Tally>()
  tallies.set(period, values)
  const tally = values.get(value) ?? emptyTally()
  values.set(value, tally)
  return tally
}

function addCount({ counts }: Tally, metric: Metric, n: number): void {
  counts.set(metric, (counts.get(metric) ?? 0) + n)
}

function addBucket(tallies: Tallies, period: string, value: string, found: Bucket, n: number): void {
  if (found === undefined) return
  const { buckets } = tallyOf(tallies, period, value)
  const histogram = buckets.get(found.histogram) ?? new Map<number, number>()
  buckets.set(found.histogram, histogram)
  histogram.set(found.bucket, (histogram.get(found.bucket) ?? 0) + n)
}

/** Adds one to another. */
export function addTally(to: Tally, from: Tally): void {
  for (const [metric, n] of from.counts) addCount(to, metric, n)
  for (const [histogram, buckets] of from.buckets) {
    const known = to.buckets.get(histogram) ?? new Map<number, number>()
    to.buckets.set(histogram, known)
    for (const [bucket, n] of buckets) known.set(bucket, (known.get(bucket) ?? 0) + n)
  }
}

/** All periods as one, by value. What does not add up over them is left out. */
export function overPeriods(tallies: Tallies): Map<string, Tally> {
  const all = new Map<string, Tally>()
  for (const values of tallies.values()) {
    for (const [value, tally] of values) {
      const known = all.get(value) ?? emptyTally()
      addTally(known, tally)
      known.counts.delete('customers')
      all.set(value, known)
    }
  }
  return all
}

export const countOf = ({ counts }: Tally, of: readonly Metric[]): number =>
  of.reduce((sum, metric) => sum + (counts.get(metric) ?? 0), 0)
