import type { Key } from '../table.ts'

/**
 * Reports, by generation: what customers contribute, by slices of time; who ever contributed in a month; cells, by grain
 * and group in order of time.
 */
export const reportKeys = {
  vector: (generation: number, customer: string, slice: string): Key => ({
    pk: `V#${generation}#${customer}`,
    sk: slice,
  }),
  vectors: (generation: number, customer: string): string => `V#${generation}#${customer}`,
  contributor: (generation: number, month: string, shard: number, customer: string): Key => ({
    pk: `V#in#${generation}#${month}#${shard}`,
    sk: customer,
  }),
  contributors: (generation: number, month: string, shard: number): string => `V#in#${generation}#${month}#${shard}`,
  cells: (generation: number, { grain, group, period, bucket, shard }: CellPlace): Key => ({
    pk: `R#${generation}#${grain}#${group}`,
    sk: `${period}#${bucket}#${shard}`,
  }),
  ofGroup: (generation: number, grain: string, group: string): string => `R#${generation}#${grain}#${group}`,
  /** Above all cells of a period; below all of the next. */
  untilPeriod: (period: string): string => `${period}#~`,
  parsePeriod: ({ sk }: Key): string => sk.split('#')[0] ?? '',
}

type CellPlace = { grain: string; group: string; period: string; bucket: number; shard: number }
