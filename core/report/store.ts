import type { Atom, CellRange, Delta, PeriodCells } from './cells.ts'

/**
 * What a customer contributes in a slice of time: a year (`2026`), or a month (`2026-03`) of a line that names nobody.
 * `first` is the contact that was the customer's first when this was folded.
 */
export type Vector = { slice: string; first?: string; atoms: Atom[] }
export type StoredVector = Vector & { version: number }

/**
 * A vector in place of the version that was read (undefined: none was there). One without atoms stays, so that versions never
 * begin again. `months` are those in which the customer contributes for the first time.
 */
export type VectorWrite = { customer: string; next: Vector; was: number | undefined; months: string[] }

/** Both or nothing: vectors, and by how much cells change with them. At most `mostItems` of both together. */
export type ReportWrite = { vectors: VectorWrite[]; delta: Delta }

/** DynamoDB takes 100 items a transaction. */
export const mostItems = 100

/** `done`; else positions of the vectors that somebody else wrote meanwhile: none of them, where cells were in the way. */
export type ReportCommit = { committed: true } | { committed: false; stale: number[] }

/** Vectors and cells of one generation. Reads of vectors are strongly consistent, those of cells are not. */
export type ReportStore = {
  /** Those of a customer whose slice lies between these, both included; all without bounds. */
  vectors: (customer: string, slices?: { from: string; to: string }) => Promise<StoredVector[]>
  commit: (write: ReportWrite) => Promise<ReportCommit>
  /** By period, in order; one Query, all shards and buckets of a period added up. */
  cells: (range: CellRange) => Promise<PeriodCells[]>
  /** Customers who ever contributed something in a month (`2026-03`), in the order of their ids, after one of them. */
  contributors: (month: string, limit: number, after?: string) => Promise<string[]>
  /** Takes away the cells of hours before this one; says how many items. */
  forgetHours: (before: string) => Promise<number>
}
