import { splitRows } from '../../payload/rows.ts'
import type { Split } from '../channel.ts'
import { findCsvRow, maxCsvRowBytes } from '../phone/csv.ts'
import { delimiterOf, withStart } from './csv-delimiter.ts'

/** The first row is the header: it goes along with every other row as its context. */
export const splitTable: Split = async function* (chunks) {
  const { start, rest } = await withStart(chunks)
  const delimiter = delimiterOf(start)
  let context: string | undefined
  for await (const row of splitRows(rest, findCsvRow(delimiter), maxCsvRowBytes)) {
    if (context === undefined) context = new TextDecoder().decode(row.bytes)
    else yield { ...row, context }
  }
}
