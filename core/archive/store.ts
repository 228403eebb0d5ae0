import type { Partition } from './datasets.ts'
import type { ArchiveRow } from './rows.ts'

/** A thing of the table that a day's file holds: `id` leads back to it. */
export type Archived = Partition & { id: string }

/** A day whose file is not as the table is. `version` counts the changes since it was. */
export type Due = Partition & { version: number }

/** What lies in which day's file, and which files are behind. */
export type ArchiveIndex = {
  /** Notes what lies where; the same again changes nothing. */
  note: (things: Archived[]) => Promise<void>
  /** Takes things out, and whatever names them. */
  forget: (things: Archived[]) => Promise<void>
  /** Notes that these days are behind. */
  markDue: (partitions: Partition[]) => Promise<void>
  /** Days that are behind, after one of them in order. */
  due: (limit: number, after?: Partition) => Promise<Due[]>
  /** False when something changed since that version: the day is still behind. */
  settle: (due: Due) => Promise<boolean>
  /** The ids of a day in order, after one of them. */
  things: (partition: Partition, limit: number, after?: string) => Promise<string[]>
}

/** The files themselves. */
export type ArchiveFiles = {
  /** Replaces a day's file as a whole: readers see the old or the new one. Without rows there is none any more. */
  replace: (partition: Partition, rows: AsyncIterable<ArchiveRow[]>) => Promise<void>
}
