import type { ShownEntry, StatusOf } from '../data/entries.ts'

/**
 * A row of the timeline: an entry, several changes that followed each other, which are read as one, or the line above
 * which everything is new to the reader.
 */
export type Row =
  | { type: 'entry'; id: string; entry: ShownEntry }
  | { type: 'run'; id: string; entries: readonly StatusOf[] }
  | { type: 'unread'; id: 'unread'; count: number }

/** What is unread: how many, and the oldest of them. */
export type Unread = { count: number; oldest: string }

const shortestRun = 3

/**
 * Entries in rows: three or more changes in a row are folded into one. Its id is that of the oldest, which stays. The line
 * stands below the oldest that is unread.
 */
export function rowsOf(entries: readonly ShownEntry[], unread?: Unread): Row[] {
  const rows: Row[] = []
  let run: StatusOf[] = []
  const close = () => {
    const oldest = run.at(-1)
    if (run.length >= shortestRun && oldest) rows.push({ type: 'run', id: oldest.id, entries: run })
    else rows.push(...run.map((entry): Row => ({ type: 'entry', id: entry.id, entry })))
    run = []
  }
  for (const entry of entries) {
    if (entry.type === 'status') run.push(entry)
    else {
      close()
      rows.push({ type: 'entry', id: entry.id, entry })
    }
    if (entry.id !== unread?.oldest) continue
    close()
    rows.push({ type: 'unread', id: 'unread', count: unread.count })
  }
  close()
  return rows
}

/** Where an entry is among the rows: by itself, or folded into one; -1 where it is not. */
export const rowWith = (rows: readonly Row[], id: string): number =>
  rows.findIndex(row => (row.type === 'run' ? row.entries.some(entry => entry.id === id) : row.id === id))

/** When a row stands in time: of several the newest. */
export function timeOf(row: Row): string | undefined {
  switch (row.type) {
    case 'entry':
      return row.entry.sortAt
    case 'run':
      return row.entries[0]?.sortAt
    case 'unread':
      return undefined
    default:
      return row satisfies never
  }
}
