import { createHash } from 'node:crypto'
import { changeOf } from '../../adapters/dynamodb/changes.ts'
import { type Item, keyOf, type Table, type Write } from '../../adapters/dynamodb/table.ts'
import type { Change } from '../../core/change/change.ts'
import { watchedTable } from '../table/watched-table.ts'

/** A table that hands over what its writes would publish, as its stream does: nothing for a new version or label alone. */
export function publishedTable(table: Table, publish: (changes: Change[]) => void): Table {
  const images = new Map<string, string>()
  const note = (item: Item) => {
    const { version: _version, conversation: _label, ...told } = item
    const changes = changeOf(item)
    if (changes.length === 0) return
    const name = `${item.pk} ${item.sk}`
    const image = createHash('sha1').update(JSON.stringify(told)).digest('base64')
    if (images.get(name) === image) return
    images.set(name, image)
    publish(changes)
  }
  const noteWrite = (write: Write) => {
    if ('put' in write) note(write.put)
    else if ('remove' in write) images.delete(`${keyOf(write).pk} ${keyOf(write).sk}`)
  }
  return watchedTable(table, noteWrite)
}
