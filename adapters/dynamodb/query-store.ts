import { askedQuerySchema, type QueryStore } from '../../core/archive/query.ts'
import { queryKeys } from './keys.ts'
import type { Table } from './table.ts'

/** What was asked of the archive, in one partition: people ask a few times a day. */
export const queryStore = (table: Table): QueryStore => ({
  write: async query => {
    await table.put({ ...askedQuerySchema.parse(query), ...queryKeys.query(query.id) })
  },
  read: async id => {
    const item = await table.get(queryKeys.query(id), true)
    return item && askedQuerySchema.parse(item)
  },
  list: async (limit, before) => {
    const to = before === undefined ? {} : { to: queryKeys.before(before) }
    const items = await table.query({ pk: queryKeys.all, ...to, limit, newestFirst: true })
    return items.map(item => askedQuerySchema.parse(item))
  },
})
