import type { Item, Table, Write } from '../../adapters/dynamodb/table.ts'

/** A table that tells of each write that holds, as its stream does; sets that were added to are not told. */
export function watchedTable(table: Table, told: (write: Write) => void): Table {
  const put = (item: Item) => told({ put: item })
  return {
    ...table,
    put: async (item, when) => {
      const answer = await table.put(item, when)
      if (answer.written) put(item)
      return answer
    },
    putAll: async items => {
      await table.putAll(items)
      items.forEach(put)
    },
    transact: async writes => {
      const answer = await table.transact(writes)
      if (answer.committed) writes.forEach(told)
      return answer
    },
  }
}
