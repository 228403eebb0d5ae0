import { type Conversation, conversationSchema } from '../../core/conversation/conversation.ts'
import { wakesAt } from '../../core/conversation/due.ts'
import { type Row, rowOf, rowSchema } from '../../core/conversation/row.ts'
import type { Changed, ConversationWrite } from '../../core/conversation/store.ts'
import { contactItem, eventWrites } from './entry-item.ts'
import { conversationKeys } from './keys.ts'
import { resolutionWrites } from './survey-items.ts'
import type { Item, Write } from './table.ts'

const dueShards = 4
export const everyDueShard = Array.from({ length: dueShards }, (_, shard) => shard)

/** All that one change of conversations writes. */
export const writesOf = (write: ConversationWrite): Write[] => [
  ...write.conversations.flatMap(conversationWrites),
  ...write.labels.flatMap(labelWrites),
  ...threadWrites(write.threads),
  ...write.matters.map(({ stream, next, was }) => ({
    put: { ...conversationKeys.matters(stream), ...next, v: 1, version: (was ?? 0) + 1 },
    when: was === undefined ? ('absent' as const) : { version: was },
  })),
  ...write.unchanged.map(({ stream, version }) => ({
    check: conversationKeys.matters(stream),
    when: version === undefined ? ('absent' as const) : { version },
  })),
  ...write.events.flatMap(eventWrites),
  ...write.events.flatMap(resolutionWrites),
]

/** Contacts of one thread lead to it together: a transaction may write an item once only. */
function threadWrites(threads: ConversationWrite['threads']): Write[] {
  const puts = threads.map(({ stream, thread, conversation }) => ({
    ...conversationKeys.thread(stream, thread),
    ...{ v: 1, conversation },
  }))
  return [...new Map(puts.map(put => [`${put.pk} ${put.sk}`, { put }])).values()]
}

function conversationWrites({ next, was }: Changed): Write[] {
  const head = { ...conversationSchema.parse(next), ...conversationKeys.head(next.id) }
  return [
    { put: head, when: was === undefined ? 'absent' : { version: was.version } },
    ...rowWrites(next, was),
    ...dueWrites(next, was),
    ...(was ? [] : [{ put: { ...conversationKeys.anchored(next.anchor, next.openedAt, next.id), v: 1 } }]),
  ]
}

/** Three indexes hang on a row: it is written only when what it shows has changed. */
function rowWrites(next: Conversation, was: Conversation | undefined): Write[] {
  const row = rowOf(next)
  const before = was && rowOf(was)
  if (JSON.stringify(row) === JSON.stringify(before)) return []
  return [row ? { put: rowItem(row) } : { remove: conversationKeys.row(next.id) }]
}

export function rowItem(row: Row): Item {
  const { status, assignee, team, channel, id } = row
  const place = conversationKeys.place(row)
  return {
    ...rowSchema.parse(row),
    ...conversationKeys.row(id),
    ...{ gsi1pk: conversationKeys.list(status, 'assignee', assignee), gsi1sk: place },
    ...{ gsi2pk: conversationKeys.list(status, 'team', team), gsi2sk: place },
    ...{ gsi3pk: conversationKeys.list(status, 'channel', channel), gsi3sk: place },
  }
}

function dueWrites(next: Conversation, was: Conversation | undefined): Write[] {
  const [at, before] = [wakesAt(next), was && wakesAt(was)]
  if (at === before) return []
  const shard = Number.parseInt(next.id.slice(-2), 16) % dueShards
  return [
    ...(before === undefined ? [] : [{ remove: conversationKeys.due(shard, before, next.id) }]),
    ...(at === undefined ? [] : [{ put: { ...conversationKeys.due(shard, at, next.id), v: 1 } }]),
  ]
}

/** The label stands on the contact's entry, and the conversation knows where the entry lies. */
function labelWrites({ entry, conversation, left }: ConversationWrite['labels'][number]): Write[] {
  const { entryId, place, state, version } = entry
  const labelled = contactItem(entryId, { place, state, conversation }, version + 1)
  const member = conversationKeys.contact(conversation, place.sortAt, entryId)
  return [
    { put: labelled, when: { version } },
    { put: { ...member, v: 1, stream: place.stream } },
    ...(left === undefined ? [] : [{ remove: conversationKeys.contact(left, place.sortAt, entryId) }]),
  ]
}
