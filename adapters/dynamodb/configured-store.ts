import type * as z from 'zod'
import type { ConfiguredStore } from '../../core/people/people-store.ts'
import type { ConfiguredKeys } from './keys.ts'
import type { Table } from './table.ts'

/** Few things with ids, in one partition, parsed on the way in and out. */
export function configuredStore<Value extends { id: string }>(
  table: Table,
  keys: ConfiguredKeys,
  schema: z.ZodType<Value>,
): ConfiguredStore<Value> {
  return {
    read: async id => {
      const item = await table.get(keys.item(id), true)
      return item && schema.parse(item)
    },
    list: async (limit, after) => {
      const from = after === undefined ? {} : { from: keys.after(after) }
      const items = await table.query({ pk: keys.all, ...from, limit, consistent: true })
      return items.map(item => schema.parse(item))
    },
    write: async value => {
      await table.put({ ...schema.parse(value), ...keys.item(value.id) })
    },
  }
}
