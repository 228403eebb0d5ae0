import { type Position, placesNewestFirst, positionOf } from '../timeline/entry.ts'
import type { MemberStream, TimelineItem } from '../timeline/read-timeline.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Conversation } from './conversation.ts'
import type { ConversationStore } from './store.ts'

export type ReadConversation = {
  store: Pick<ConversationStore, 'entries'>
  timeline: Pick<TimelineStore, 'readEntries'>
}

export type ConversationEntries = { entries: TimelineItem[]; next?: Position }

/**
 * A page of a conversation's contacts, notes and changes, newest first, what was joined into it included. `members` are
 * the streams of the customer whose matter it is: what lies elsewhere, because its customer was just unmerged and it is
 * about to leave, is not shown.
 */
export async function readConversation(
  { store, timeline }: ReadConversation,
  { id, joined }: Pick<Conversation, 'id' | 'joined'>,
  members: readonly MemberStream[],
  limit: number,
  before?: Position,
): Promise<ConversationEntries> {
  const lists = await Promise.all([id, ...joined].map(one => store.entries(one, limit + 1, before)))
  const found = lists.flat().sort(placesNewestFirst)
  const page = found.slice(0, limit)
  const asserted = new Map(members.map(member => [member.stream, member.asserted]))
  const read = await timeline.readEntries(page.filter(({ place }) => asserted.has(place.stream)))
  const entries = read
    .sort(placesNewestFirst)
    .map(entry => ({ entry, asserted: asserted.get(entry.place.stream) ?? true }))
  const last = found.length > limit ? page.at(-1) : undefined
  return { entries, ...(last && { next: positionOf(last) }) }
}
