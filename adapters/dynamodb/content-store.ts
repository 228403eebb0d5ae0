import { type ContentStore, contentSchema } from '../../core/content-idea/content.ts'
import { settingsKeys } from './keys.ts'
import type { Table } from './table.ts'

const key = settingsKeys.item('content')

/** What we publish, one item in the one table: it is read and written as a whole. */
export const contentStore = (table: Pick<Table, 'get' | 'put'>): ContentStore => ({
  read: async () => {
    const item = await table.get(key, true)
    return item && contentSchema.parse(item)
  },
  write: async content => void (await table.put({ ...contentSchema.parse(content), ...key })),
})
