import { type By, places } from '../report/dimension.ts'
import type { Histogram, Metric } from '../report/metrics.ts'

/** How a figure is made of what is counted. Each says by itself how sure it is: see measure.ts. */
export type Measure =
  | { type: 'count'; of: readonly Metric[] }
  /** Adds up over neither days nor values: read at the very grain that is shown. */
  | { type: 'unique'; of: Metric }
  /** `hits` are among `among`. */
  | { type: 'share'; hits: readonly Metric[]; among: readonly Metric[] }
  | { type: 'mean'; sum: Metric; of: readonly Metric[] }
  | { type: 'percentile'; of: Histogram; share: number }
  /** From −100 to 100: the share of `plus` less that of `minus` among them all. */
  | { type: 'net'; plus: readonly Metric[]; minus: readonly Metric[]; neither: readonly Metric[] }

export const units = ['count', 'share', 'seconds', 'score', 'ratio', 'money', 'millionths'] as const
export type Unit = (typeof units)[number]

/** A figure of a report, as people read of it. `of` says what its n counts. */
export type FigureSpec = {
  id: string
  title: string
  definition: string
  unit: Unit
  of: string
  /** Which way is good news; `neither` where that depends. */
  better: 'more' | 'less' | 'neither'
  measure: Measure
  /** For so many days what happens next can still change it. */
  settlesAfterDays?: number
}

/** All that a measure reads. */
export function metricsOf(measure: Measure): readonly Metric[] {
  switch (measure.type) {
    case 'count':
      return measure.of
    case 'unique':
      return [measure.of]
    case 'share':
      return [...measure.hits, ...measure.among]
    case 'mean':
      return [measure.sum, ...measure.of]
    case 'net':
      return [...measure.plus, ...measure.minus, ...measure.neither]
    case 'percentile':
      return []
    default:
      return measure satisfies never
  }
}

export const isPercentile = ({ measure }: FigureSpec): boolean => measure.type === 'percentile'

/** Percentiles are kept by some dimensions, and by pairs some counts only. */
export function isKeptBy(figure: FigureSpec, by: By): boolean {
  const { percentiles, only } = places[by]
  if (isPercentile(figure)) return percentiles
  return only === undefined || metricsOf(figure.measure).every(metric => only.includes(metric))
}
