import { type Import, type ImportStore, importSchema, type RowResult } from '../../core/import/import.ts'
import { addOutcomes, countOutcomes, readOutcomes } from './import-outcomes.ts'
import { readReasons, writeReasons } from './import-reasons.ts'
import { importKeys } from './keys.ts'
import type { Table } from './table.ts'

/** Imports, what became of each of their rows, and why. */
export function importStore(table: Table): ImportStore {
  return {
    read: async importId => {
      const item = await table.get(importKeys.import(importId), true)
      return item && importSchema.parse(item)
    },
    write: (record, version) => writeImport(table, record, version),
    addOutcomes: async results => {
      await writeReasons(table, latestPerLine(results))
      await addOutcomes(table, results)
    },
    counts: async importId => countOutcomes(await readOutcomes(table, importId)),
    reasons: (importId, limit, after = -1) => readReasons(table, importId, limit, after),
  }
}

async function writeImport(table: Table, record: Import, version: number | undefined): Promise<boolean> {
  const item = { ...importSchema.parse(record), ...importKeys.import(record.id) }
  return (await table.put(item, version === undefined ? 'absent' : { version })).written
}

/** A batch write may not name a key twice. */
const latestPerLine = (results: RowResult[]): RowResult[] => [
  ...new Map(results.map(result => [`${result.importId} ${result.line}`, result])).values(),
]
