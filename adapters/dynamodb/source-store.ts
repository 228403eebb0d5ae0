import { sourceSchema } from '../../core/source/source.ts'
import type { SourceStore } from '../../core/source/source-store.ts'
import { sourceKeys } from './keys.ts'
import type { Table } from './table.ts'

/** The configured sources, in the order of their ids. */
export function sourceStore(table: Table): SourceStore {
  return {
    read: async sourceId => {
      const item = await table.get(sourceKeys.source(sourceId), true)
      return item && sourceSchema.parse(item)
    },
    list: async (limit, after) => {
      const from = after === undefined ? {} : { from: sourceKeys.after(after) }
      const items = await table.query({ pk: sourceKeys.all, ...from, limit, consistent: true })
      return items.map(item => sourceSchema.parse(item))
    },
    write: async source => {
      await table.put({ ...sourceSchema.parse(source), ...sourceKeys.source(source.id) })
    },
  }
}
