import * as z from 'zod'
import { packExemplars, unpackExemplars } from '../../core/topic/packed.ts'
import type { TopicStore } from '../../core/topic/store.ts'
import { topicSchema } from '../../core/topic/topic.ts'
import { modelKeys, topicKeys } from './keys.ts'
import { readParts, removeParts, writeParts } from './model-parts.ts'
import type { Table } from './table.ts'

const headSchema = z.object({ v: z.literal(1), version: z.string(), topics: z.array(z.string()) })

/** Topics, and what contacts are assigned by. See core/topic/store.ts for what each call promises. */
export function topicStore(table: Table): TopicStore {
  const head = async () => {
    const item = await table.get(modelKeys.head('topics'), true)
    return item && headSchema.parse({ ...item, version: item.model })
  }
  return {
    read: async id => {
      const item = await table.get(topicKeys.topic(id), true)
      return item && topicSchema.parse(item)
    },
    list: async (limit, after) => {
      const from = after === undefined ? {} : { from: topicKeys.after(after) }
      const items = await table.query({ pk: topicKeys.all, ...from, limit, consistent: true })
      return items.map(item => topicSchema.parse(item))
    },
    write: async topic => {
      const when = topic.version === 1 ? ('absent' as const) : { version: topic.version - 1 }
      return (await table.put({ ...topicSchema.parse(topic), ...topicKeys.topic(topic.id) }, when)).written
    },
    version: async () => (await head())?.version,
    exemplars: async version => {
      const [known, bytes] = await Promise.all([head(), readParts(table, 'topics', version)])
      return known?.version === version && bytes !== undefined ? unpackExemplars(known.topics, bytes) : undefined
    },
    keep: async (version, exemplars) => {
      const was = (await head())?.version
      const { topics, bytes } = packExemplars(exemplars)
      await writeParts(table, 'topics', version, bytes)
      await table.put({ ...modelKeys.head('topics'), v: 1, model: version, topics })
      if (was !== undefined && was !== version) await removeParts(table, 'topics', was)
    },
  }
}
