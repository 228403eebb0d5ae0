import { splitRows } from '../../payload/rows.ts'
import type { Split } from '../channel.ts'
import { headerColumns } from './cdr-columns.ts'
import { comma, csvFields, findCsvRow, maxCsvRowBytes } from './csv.ts'

/** A header is no row: it goes along with each row as its context. */
export const splitCdr: Split = async function* (chunks) {
  let context: string | undefined
  let first = true
  for await (const row of splitRows(chunks, findCsvRow(comma), maxCsvRowBytes)) {
    if (first && headerColumns(csvFields(row.bytes, comma))) context = new TextDecoder().decode(row.bytes)
    else yield { ...row, ...(context !== undefined && { context }) }
    first = false
  }
}
