import type { Counted, Figure, Grain } from './cells.ts'
import { type By, places } from './dimension.ts'
import { parseField } from './expand.ts'
import { bucketGroupOf, groupOf } from './groups.ts'
import { type Histogram, histograms, type Metric, metrics } from './metrics.ts'
import type { ReportStore } from './store.ts'

export type FigureQuery = { grain: Grain; from: string; to: string; by: By; metrics: readonly Metric[] }

/** Figures by a dimension, period by period; one Query for each group that holds them. What is nothing is left out. Periods are written as the grain is. */
export async function readFigures(
  store: Pick<ReportStore, 'cells'>,
  { grain, from, to, by, metrics: wanted }: FigureQuery,
): Promise<Figure[]> {
  const { code: ofBy } = places[by]
  const named = new Map<string, Metric>(wanted.map(metric => [metrics[metric], metric]))
  const groups = [...new Set(wanted.map(metric => groupOf(by, metric, grain)))]
  const periods = await Promise.all(groups.map(group => store.cells({ grain, group, from, to })))
  return periods.flat().flatMap(({ period, fields }) =>
    [...fields].flatMap(([field, n]): Figure[] => {
      const { code, what, value } = parseField(field)
      const metric = named.get(what)
      return code !== ofBy || metric === undefined || n === 0 ? [] : [{ period, by, value, metric, n }]
    }),
  )
}

export type HistogramQuery = { grain: 'day' | 'month'; from: string; to: string; by: By; histogram: Histogram }

/** Histograms by a dimension that has percentiles, period by period; one Query. They add up over periods. */
export async function readHistograms(
  store: Pick<ReportStore, 'cells'>,
  { grain, from, to, by, histogram }: HistogramQuery,
): Promise<Counted[]> {
  const { code: named } = histograms[histogram]
  const group = bucketGroupOf(by, histogram, grain)
  const periods = group === undefined ? [] : await store.cells({ grain, group, from, to })
  return periods.flatMap(({ period, fields }) => {
    const byValue = new Map<string, Map<number, number>>()
    for (const [field, n] of fields) {
      const { code, what, value } = parseField(field)
      if (code !== places[by].code || what[0] !== named || n === 0) continue
      const buckets = byValue.get(value) ?? new Map<number, number>()
      byValue.set(value, buckets.set(Number(what.slice(1)), n))
    }
    return [...byValue].map(([value, buckets]): Counted => ({ period, by, value, histogram, buckets }))
  })
}
