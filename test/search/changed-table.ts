import { changeOf } from '../../adapters/dynamodb/changes.ts'
import { type Item, keyOf, type Table } from '../../adapters/dynamodb/table.ts'
import type { Change } from '../../core/change/change.ts'
import { watchedTable } from '../table/watched-table.ts'

/** A table that notes what its writes would publish of contacts, as its stream does. */
export function changedTable(table: Table): { table: Table; changes: Change[] } {
  const changes: Change[] = []
  const note = (item: Item) => void changes.push(...changeOf(item).filter(({ type }) => type === 'contact'))
  const watched = watchedTable(table, write => {
    if ('put' in write) note(write.put)
  })
  const addToSets: Table['addToSets'] = async (key, sets, fields) => {
    await table.addToSets(key, sets, fields)
    const item = await table.get(key, true)
    if (item) note({ ...item, ...keyOf({ remove: key }) })
  }
  return { changes, table: { ...watched, addToSets } }
}
