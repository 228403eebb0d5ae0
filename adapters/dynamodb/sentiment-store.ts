import { fnv1a } from '../../core/search/hash.ts'
import { correctionSchema, sentimentHeadSchema } from '../../core/sentiment/learned.ts'
import { packModel, unpackModel } from '../../core/sentiment/packed.ts'
import type { SentimentStore } from '../../core/topic/store.ts'
import { correctionKeys, modelKeys } from './keys.ts'
import { readParts, removeParts, writeParts } from './model-parts.ts'
import type { Key, Table } from './table.ts'

const shards = 4
const correctionKey = (contactId: string): Key => correctionKeys.correction(fnv1a(contactId) % shards, contactId)

/** What sentiment is told by, and what people corrected. See core/topic/store.ts for what each call promises. */
export function sentimentStore(table: Table): SentimentStore {
  const head = async () => {
    const item = await table.get(modelKeys.head('sentiment'), true)
    return item && sentimentHeadSchema.parse({ ...item, version: item.model })
  }
  return {
    head,
    model: async version => {
      const bytes = await readParts(table, 'sentiment', version)
      return bytes && unpackModel(bytes)
    },
    keep: async (next, model) => {
      const was = (await head())?.version
      const { version, ...rest } = sentimentHeadSchema.parse(next)
      await writeParts(table, 'sentiment', version, packModel(model))
      await table.put({ ...rest, ...modelKeys.head('sentiment'), model: version })
      if (was !== undefined && was !== version) await removeParts(table, 'sentiment', was)
    },
    correction: async contactId => {
      const item = await table.get(correctionKey(contactId), true)
      return item && correctionSchema.parse(item)
    },
    correct: async correction => {
      await table.put({ ...correctionSchema.parse(correction), ...correctionKey(correction.contactId) })
    },
    corrections: async limit => {
      const each = Math.ceil(limit / shards)
      const found = await Promise.all(
        Array.from({ length: shards }, (_, shard) => table.query({ pk: correctionKeys.shard(shard), limit: each })),
      )
      return found.flat().map(item => correctionSchema.parse(item))
    },
  }
}
