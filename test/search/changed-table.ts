import { changeOf } from '../../adapters/dynamodb/changes.ts'
import { type Item, keyOf, type Table } from '../../adapters/dynamodb/table.ts'
import type { Change } from '../../core/change/change.ts'

/** A table that notes what its writes would publish, as its stream does. */
export function changedTable(table: Table): { table: Table; changes: Change[] } {
  const changes: Change[] = []
  const note = (item: Item) => void changes.push(...changeOf(item).filter(({ type }) => type === 'contact'))
  return {
    changes,
    table: {
      ...table,
      put: async (item, when) => {
        const answer = await table.put(item, when)
        if (answer.written) note(item)
        return answer
      },
      putAll: async items => {
        await table.putAll(items)
        items.forEach(note)
      },
      transact: async writes => {
        const answer = await table.transact(writes)
        if (answer.committed) for (const write of writes) if ('put' in write) note(write.put)
        return answer
      },
      addToSets: async (key, sets, fields) => {
        await table.addToSets(key, sets, fields)
        const item = await table.get(key, true)
        if (item) note({ ...item, ...keyOf({ remove: key }) })
      },
    },
  }
}
