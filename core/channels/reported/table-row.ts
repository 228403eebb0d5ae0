import * as z from 'zod'
import { allFindings, setAside } from '../../payload/findings.ts'
import type { Fact } from '../../record/keep-fact.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { delimiterOf } from '../normal-form/csv-delimiter.ts'
import { splitTable } from '../normal-form/split-table.ts'
import { csvFields, maxCsvRowBytes } from '../phone/csv.ts'

/** What stands in the column of a field; undefined when the cell is empty or there is no such column. */
export type Cell = (field: string) => string | undefined

/** A fact, or what is wrong with the row, in words that name the column and quote nothing. */
export type ReadRow = (cell: Cell, about: { receivedAt: string; source: Source }) => Fact | { wrong: string }

/** The fact that a row holds, checked; `make` is given what the schema accepted. */
export function factOf<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  make: (checked: z.output<Schema>) => Fact,
): Fact | { wrong: string } {
  const parsed = schema.safeParse(value)
  if (parsed.success) return make(parsed.data)
  const said = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'the row'}: ${message}`)
  return { wrong: said.join('; ') }
}

/**
 * A table with a header line, whose columns bear the names of the fields; a mapping may say otherwise. Each row is read
 * by itself, so that one wrong row costs that row only.
 */
export const tableFormat = (name: string, columns: readonly string[], read: ReadRow): Format => ({
  name,
  sourceKind: 'contacts',
  parse: async (payload, source) => allFindings([parseRow(payload, source, columns, read)]),
  split: splitTable,
})

function parseRow(payload: Payload, source: Source, columns: readonly string[], read: ReadRow): Finding {
  if (payload.bytes.length > maxCsvRowBytes) return setAside(`The row is longer than ${maxCsvRowBytes} bytes.`)
  const { header, mapping } = contextOf(payload.context ?? '')
  const start = new TextEncoder().encode(header)
  const delimiter = delimiterOf(start)
  const names = csvFields(start, delimiter).map(name => name.trim())
  if (!columns.some(column => names.includes(mapping[column] ?? column)))
    return setAside(`The header has none of the columns ${columns.join(', ')}.`)
  const fields = csvFields(payload.bytes, delimiter)
  const row = new Map(names.map((name, at) => [name, (fields[at] ?? '').trim()]))
  const cell: Cell = field => cellOf(row, mapping[field] ?? field)
  const found = read(cell, { receivedAt: payload.receivedAt, source })
  return 'wrong' in found ? setAside(`The row is not as it must be. ${found.wrong}.`) : { type: 'fact', fact: found }
}

/** A value for every row comes after `=`. */
const cellOf = (row: ReadonlyMap<string, string>, column: string): string | undefined =>
  (column.startsWith('=') ? column.slice(1) : row.get(column)) || undefined

const contextSchema = z.object({ header: z.string(), mapping: z.record(z.string(), z.string()) })

/** With a mapping, both as JSON; without one, the header line itself. */
function contextOf(context: string): z.infer<typeof contextSchema> {
  if (!context.startsWith('{')) return { header: context, mapping: {} }
  try {
    const parsed = contextSchema.safeParse(JSON.parse(context))
    if (parsed.success) return parsed.data
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { header: context, mapping: {} }
}

/** A whole number; text that is none stays, so that the schema refuses it by name. */
export const whole = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : text

/** The day or the time of RFC 3339, as a time in UTC. */
export const dayStart = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00.000Z` : text
