import { fnv1a } from '../../core/search/hash.ts'
import { type InsightPlace, insightSchema } from '../../core/topic/insight.ts'
import type { InsightStore } from '../../core/topic/store.ts'
import { insightKeys } from './keys.ts'
import type { Item, Key, Table } from './table.ts'

/** Over how many partitions they are spread: each takes 1,000 writes a second. */
const shards = 8
const everyShard = Array.from({ length: shards }, (_, shard) => shard)
const page = 500

const keyOf = (place: InsightPlace): Key => insightKeys.insight(fnv1a(place.contactId) % shards, place)

/** What is told of contacts. See core/topic/store.ts for what each call promises. */
export const insightStore = (table: Table): InsightStore => ({
  read: async places => (await table.batchGet(places.map(keyOf), true)).map(item => insightSchema.parse(item)),
  write: async insight => {
    const item: Item = { ...insightSchema.parse(insight), ...keyOf(insight) }
    const when = insight.version === 1 ? ('absent' as const) : { version: insight.version - 1 }
    return (await table.put(item, when)).written
  },
  remove: place => table.remove(keyOf(place)),
  newest: async limit => {
    const each = Math.ceil(limit / shards)
    const found = await Promise.all(everyShard.map(shard => newestOf(table, insightKeys.shard(shard), each)))
    return found.flat().map(item => insightSchema.parse(item))
  },
})

async function newestOf(table: Table, pk: string, limit: number): Promise<Item[]> {
  const found: Item[] = []
  for (;;) {
    const last = found.at(-1)
    const size = Math.min(page, limit - found.length)
    if (size === 0) return found
    const to = last === undefined ? {} : { to: insightKeys.before(last.sk) }
    const items = await table.query({ pk, ...to, limit: size, newestFirst: true })
    found.push(...items)
    if (items.length < size) return found
  }
}
