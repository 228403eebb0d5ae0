import * as z from 'zod'
import { allFindings, setAside } from '../../payload/findings.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { csvFields, maxCsvRowBytes } from '../phone/csv.ts'
import { delimiterOf } from './csv-delimiter.ts'
import { mappedItem } from './csv-mapping.ts'
import { readItem } from './read-item.ts'
import { splitTable } from './split-table.ts'

/**
 * Any table with a header line, and a mapping of the fields of a contact to its columns. A row becomes an item of the
 * normal form, and is read as one.
 */
export const csv: Format = {
  name: 'csv',
  sourceKind: 'contacts',
  parse: async (payload, source) => allFindings([parseRow(payload, source)]),
  split: splitTable,
}

/** What a row of a table needs: the header line, and column names by field (`{"from.phone": "Caller"}`). */
export const csvContextSchema = z.object({
  header: z.string(),
  mapping: z.record(z.string(), z.string()),
})

function parseRow(payload: Payload, source: Source): Finding {
  if (payload.bytes.length > maxCsvRowBytes) return setAside(`The row is longer than ${maxCsvRowBytes} bytes.`)
  const context = contextOf(payload)
  if (context === undefined)
    return setAside('The file came without a mapping of fields to columns; import it with one.')
  const header = new TextEncoder().encode(context.header)
  const delimiter = delimiterOf(header)
  const names = csvFields(header, delimiter).map(name => name.trim())
  const fields = csvFields(payload.bytes, delimiter)
  const absent = Object.values(context.mapping).filter(column => !column.startsWith('=') && !names.includes(column))
  if (absent.length > 0) return setAside(`The header has no column ${absent.join(', ').slice(0, 200)}.`)
  const row = new Map(names.map((name, at) => [name, (fields[at] ?? '').trim()]))
  return readItem(mappedItem(row, context.mapping, payload, source), 'the row', payload, source)
}

function contextOf({ context = '' }: Payload): z.infer<typeof csvContextSchema> | undefined {
  if (!context.startsWith('{')) return undefined
  try {
    return csvContextSchema.safeParse(JSON.parse(context)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
