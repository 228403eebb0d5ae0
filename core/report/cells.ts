import type { By, Dims } from './dimension.ts'
import type { Group } from './groups.ts'
import type { Histogram, Metric } from './metrics.ts'

/**
 * `hour` is of UTC (`2026-03-02T09`) and kept for 35 days, for readers in other zones; `day`, `month` and `year` are of the
 * company's reporting zone (`2026-03-02`, `2026-03`, `2026`). Years hold customers only.
 */
export const grains = ['hour', 'day', 'month', 'year'] as const
export type Grain = (typeof grains)[number]

/** How long hours are kept, and over how many days a report reads days. */
export const hourDays = 35
export const mostDays = 92

/**
 * What one fact adds to the cells: on a day, by its dimensions. `counts` and `buckets` (of histograms) add up. `who`: the
 * customer is one of those who came. A vector is a set of these.
 */
export type Atom = {
  hour: string
  day: string
  dims: Dims
  counts: Partial<Record<Metric, number>>
  buckets?: Partial<Record<Histogram, number>>
  who?: true
}

/** An item that holds cells: those of one group, period and bucket of values. */
export type CellItem = { grain: Grain; group: Group; period: string; bucket: number }

/** The fields of items and by how much they change; items by their `itemName`. */
export type Delta = Map<string, Map<string, number>>

/** `from` and `to`, both included, as periods of the grain are written. */
export type CellRange = { grain: Grain; group: Group; from: string; to: string }

/** The cells of a period, added up over buckets and shards, by field name. */
export type PeriodCells = { period: string; fields: Map<string, number> }

/** A figure of a period, read: by which dimension, its value, and what of it. */
export type Figure = { period: string; by: By; value: string; metric: Metric; n: number }

/** The histogram of a period by one value. */
export type Counted = { period: string; by: By; value: string; histogram: Histogram; buckets: Map<number, number> }
