import * as z from 'zod'
import { type Reply, replySchema } from '../../core/reply/reply.ts'
import type { Answering, ReplyStore } from '../../core/reply/store.ts'
import { eventWrites } from './entry-item.ts'
import { replyKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

const answeringSchema = z.object({ v: z.literal(1), version: z.int().min(1) })

/** Replies in the one table. See core/reply/store.ts for what each call promises. */
export const replyStore = (table: Table): ReplyStore => ({
  ofConversation: (conversation, limit) => readAnswering(table, conversation, limit),
  create: async (reply, version) => {
    const { conversation, createdAt, id } = reply
    const when = version === 0 ? ('absent' as const) : { version }
    const { committed } = await table.transact([
      { put: replyItem(reply), when: 'absent' },
      { put: { ...replyKeys.listed(conversation, createdAt, id), v: 1 } },
      { put: { ...replyKeys.answering(conversation), v: 1, version: version + 1 }, when },
    ])
    return committed
  },
  read: async id => {
    const item = await table.get(replyKeys.reply(id), true)
    return item && readReply(item)
  },
  change: async (next, was, events) => {
    if (events.length === 0) return (await table.put(replyItem(next), { version: was.version })).written
    const { committed } = await table.transact([
      { put: replyItem(next), when: { version: was.version } },
      ...events.flatMap(eventWrites),
    ])
    return committed
  },
})

async function readAnswering(table: Table, conversation: string, limit: number): Promise<Answering> {
  const range = { pk: replyKeys.list(conversation), from: replyKeys.listFrom, to: replyKeys.listTo }
  const [answering, listed] = await Promise.all([
    table.get(replyKeys.answering(conversation), true),
    table.query({ ...range, limit, newestFirst: true, consistent: true }),
  ])
  const ids = listed.map(replyKeys.parseListed)
  const replies = (await table.batchGet(ids.map(replyKeys.reply), true)).map(readReply)
  return {
    replies: replies.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    version: answering === undefined ? 0 : answeringSchema.parse(answering).version,
  }
}

const replyItem = (reply: Reply): Item => ({ ...replySchema.parse(reply), ...replyKeys.reply(reply.id) })

/** A reply as it lies in the table, also as its stream tells of it. */
export const readReply = (item: Item): Reply => replySchema.parse(item)
