import type { SchemaElement } from 'hyparquet'
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer'
import type { Column } from '../../core/archive/datasets.ts'
import type { ArchiveRow } from '../../core/archive/rows.ts'

/** Rows that are encoded at once: one row group of the file. */
const rowGroup = 20_000

/**
 * A Parquet file of these columns, each nullable, Snappy inside; undefined without rows. Holds the rows of one group, and
 * the encoded bytes of all. Times are without a zone and mean UTC, so that no reader shifts them.
 * https://github.com/apache/parquet-format/blob/master/LogicalTypes.md
 */
export async function parquetFile(
  columns: readonly Column[],
  rows: AsyncIterable<ArchiveRow[]>,
): Promise<Uint8Array | undefined> {
  const writer = new ByteWriter()
  const file = new ParquetWriter({ writer, schema: schemaOf(columns) })
  let pending: ArchiveRow[] = []
  let any = false
  const write = async () => {
    await file.write({ columnData: columns.map(column => dataOf(column, pending)), rowGroupSize: rowGroup })
    pending = []
    any = true
  }
  for await (const some of rows) {
    pending.push(...some)
    if (pending.length >= rowGroup) await write()
  }
  if (pending.length > 0) await write()
  if (!any) return undefined
  await file.finish()
  return writer.getBytes()
}

const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(elementOf),
]

function elementOf({ name, type }: Column): SchemaElement {
  const repetition_type = 'OPTIONAL'
  switch (type) {
    case 'text':
      return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }
    case 'whole':
      return { name, type: 'INT64', repetition_type }
    case 'number':
      return { name, type: 'DOUBLE', repetition_type }
    case 'truth':
      return { name, type: 'BOOLEAN', repetition_type }
    case 'time':
      return {
        name,
        type: 'INT64',
        repetition_type,
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
      }
    default:
      return type satisfies never
  }
}

const dataOf = ({ name, type }: Column, rows: ArchiveRow[]): ColumnSource => ({
  name,
  data: rows.map(row => cellOf(type, row[name])),
})

function cellOf(type: Column['type'], value: ArchiveRow[string]) {
  if (value === undefined || value === '') return null
  if (type === 'time') return BigInt(Date.parse(`${value}`))
  return type === 'whole' ? BigInt(Number(value)) : value
}
