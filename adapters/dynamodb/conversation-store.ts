import * as z from 'zod'
import { type Conversation, conversationSchema } from '../../core/conversation/conversation.ts'
import { type Matters, mattersSchema } from '../../core/conversation/matters.ts'
import { rowSchema } from '../../core/conversation/row.ts'
import type { ConversationStore, Member, RowList, RowPosition } from '../../core/conversation/store.ts'
import { type Position, placesNewestFirst } from '../../core/timeline/entry.ts'
import { countConversation, readCounts } from './conversation-counts.ts'
import { everyDueShard, writesOf } from './conversation-items.ts'
import { conversationKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

const memberSchema = z.object({ v: z.literal(1), stream: z.string() })
const threadSchema = z.object({ v: z.literal(1), conversation: z.string() })

/** Conversations in the one table. See core/conversation/store.ts for what each call promises. */
export function conversationStore(table: Table): ConversationStore {
  return {
    read: async ids => (await table.batchGet([...new Set(ids)].map(conversationKeys.head), true)).map(readHead),
    readMatters: (streams, threads) => readMatters(table, streams, threads),
    commit: async write => (await table.transact(writesOf(write))).committed,
    contacts: async (id, limit, before) => {
      const to = before ? conversationKeys.contactsBefore(before.sortAt, before.contactId) : conversationKeys.contactsTo
      const pk = conversationKeys.contacts(id)
      const range = { pk, from: conversationKeys.contactsFrom, to, limit, newestFirst: true, consistent: true }
      return (await table.query(range)).map(readMember)
    },
    entries: (id, limit, before) => readEntryPlaces(table, id, limit, before),
    anchored: async (stream, limit) => {
      const { pk } = conversationKeys.matters(stream)
      const range = { pk, from: conversationKeys.anchoredFrom, to: conversationKeys.anchoredTo, limit }
      return (await table.query({ ...range, newestFirst: true })).map(conversationKeys.parseAnchored)
    },
    rows: (list, limit, after, dueBy) => readRows(table, list, limit, after, dueBy),
    due: async (until, limit) => {
      const shards = everyDueShard.map(shard =>
        table.query({ pk: conversationKeys.dueShard(shard), to: conversationKeys.dueUntil(until), limit }),
      )
      const found = (await Promise.all(shards)).flat().map(conversationKeys.parseDue)
      return found
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id)
    },
    counts: () => readCounts(table),
    count: id => countConversation(table, id),
  }
}

const readHead = (item: Item): Conversation => conversationSchema.parse(item)

function readMember(item: Item): Member {
  const { sortAt, contactId } = conversationKeys.parseContact(item)
  return { contactId, sortAt, stream: memberSchema.parse(item).stream }
}

/** Contacts, and what is none: two Queries side by side, merged. */
async function readEntryPlaces(table: Table, id: string, limit: number, before: Position | undefined) {
  const { contactsFrom, contactsTo, contactsBefore, eventsFrom, eventsTo, eventsBefore } = conversationKeys
  const read = async (from: string, to: string) => {
    const pk = conversationKeys.contacts(id)
    return (await table.query({ pk, from, to, limit, newestFirst: true, consistent: true })).map(readMember)
  }
  const found = await Promise.all([
    read(contactsFrom, before ? contactsBefore(before.sortAt, before.entryId) : contactsTo),
    read(eventsFrom, before ? eventsBefore(before.sortAt, before.entryId) : eventsTo),
  ])
  return found
    .flat()
    .map(({ contactId, sortAt, stream }) => ({ entryId: contactId, place: { stream, sortAt } }))
    .sort(placesNewestFirst)
    .slice(0, limit)
}

async function readMatters(table: Table, streams: string[], threads: string[]) {
  const wanted = streams.map(stream => [stream, conversationKeys.matters(stream)] as const)
  const leading = streams.flatMap(stream => threads.map(thread => conversationKeys.thread(stream, thread)))
  const items = await table.batchGet([...wanted.map(([, key]) => key), ...leading], true)
  const matters = new Map<string, Matters>()
  for (const [stream, { pk, sk }] of wanted) {
    const item = items.find(found => found.pk === pk && found.sk === sk)
    if (item) matters.set(stream, mattersSchema.parse(item))
  }
  const isThread = new Set(leading.map(({ pk, sk }) => `${pk} ${sk}`))
  const threaded = items.filter(({ pk, sk }) => isThread.has(`${pk} ${sk}`))
  return { matters, threaded: threaded.map(item => threadSchema.parse(item).conversation) }
}

async function readRows(
  table: Table,
  list: RowList,
  limit: number,
  after: RowPosition | undefined,
  dueBy: string | undefined,
) {
  const index = conversationKeys.rows[list.by]
  const pk = conversationKeys.list(list.status, list.by, list.value)
  const from = after && { from: conversationKeys.afterPlace(after.place) }
  const to = dueBy === undefined ? {} : { to: conversationKeys.placesDueBy(dueBy) }
  const items = await table.query({ index, pk, limit, ...from, ...to })
  return items.map(item => {
    const row = rowSchema.parse(item)
    return { row, position: { place: conversationKeys.place(row), id: row.id } }
  })
}
