import type { Item, Key, Table, Write } from '../../adapters/dynamodb/table.ts'

/** A table that knows what was written through it, so that a test can count writes and read everything back. */
export type WatchedTable = { table: Table; writes: () => number; items: () => Promise<Item[]> }

export function watchTable(table: Table): WatchedTable {
  const keys = new Map<string, Key>()
  let writes = 0
  const note = (...touched: Key[]): void => {
    for (const { pk, sk } of touched) keys.set(`${pk} ${sk}`, { pk, sk })
    writes += touched.length
  }
  return {
    writes: () => writes,
    items: () => table.batchGet([...keys.values()], true),
    table: {
      ...table,
      put: async (item, when) => {
        note(item)
        return table.put(item, when)
      },
      putAll: async items => {
        note(...items)
        return table.putAll(items)
      },
      transact: async all => {
        note(...all.flatMap(keyWritten))
        return table.transact(all)
      },
    },
  }
}

const keyWritten = (write: Write): Key[] => ('put' in write ? [write.put] : 'remove' in write ? [write.remove] : [])
