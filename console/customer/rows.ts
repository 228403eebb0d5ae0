import type { StatusOf, TimelineEntry } from '../data/entries.ts'

/** A row of the timeline: an entry, or several changes that followed each other, which are read as one. */
export type Row =
  | { type: 'entry'; id: string; entry: TimelineEntry }
  | { type: 'run'; id: string; entries: readonly StatusOf[] }

const shortestRun = 3

/** Entries in rows: three or more changes in a row are folded into one. Its id is that of the oldest, which stays. */
export function rowsOf(entries: readonly TimelineEntry[]): Row[] {
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
  }
  close()
  return rows
}
