import type { ImportStore } from '../import/import.ts'
import type { Recorded } from './record-contact.ts'

/** Notes what became of the rows of imports, for all deliveries of a batch at once. */
export async function recordResults({ imports }: { imports: ImportStore }, recorded: Recorded[]): Promise<void> {
  const rows = recorded.flatMap(({ row }) => (row === undefined ? [] : [row]))
  if (rows.length > 0) await imports.addOutcomes(rows)
}
