import { type ReadingMarkStore, readingMarkDays, readingMarkSchema } from '../../core/timeline/reading-mark.ts'
import { readingMarkKeys } from './keys.ts'
import type { Table } from './table.ts'

/** Marks lie with their reader, and end by themselves (time to live). */
export const readingMarkStore = (table: Table): ReadingMarkStore => ({
  read: async (reader, customer) => {
    const item = await table.get(readingMarkKeys.item(reader, customer), true)
    return item === undefined ? undefined : readingMarkSchema.parse(item)
  },
  write: async mark => {
    const expiresAt = Math.ceil(Date.parse(mark.upTo) / 1000) + readingMarkDays * 86_400
    await table.put({
      ...readingMarkSchema.parse(mark),
      ...readingMarkKeys.item(mark.reader, mark.customer),
      expiresAt,
    })
  },
})
