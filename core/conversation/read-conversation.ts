import { type Position, placesNewestFirst, positionOf } from '../timeline/entry.ts'
import type { MemberStream, TimelineItem } from '../timeline/read-timeline.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Conversation } from './conversation.ts'
import type { ConversationStore } from './store.ts'

export type ReadConversation = {
  store: Pick<ConversationStore, 'entries'>
  timeline: Pick<TimelineStore, 'readEntries'>
  /** The streams of the customer whose matter it is; asked side by side with what the conversation holds. */
  members: () => Promise<readonly MemberStream[]>
}

export type ConversationEntries = { entries: TimelineItem[]; next?: Position }

/**
 * A page of a conversation's contacts, notes and changes, newest first, what was joined into it included. What does not
 * lie on a stream of its customer, because that was just unmerged and it is about to leave, is not shown.
 */
export async function readConversation(
  { store, timeline, members }: ReadConversation,
  { id, joined }: Pick<Conversation, 'id' | 'joined'>,
  limit: number,
  before?: Position,
): Promise<ConversationEntries> {
  const places = Promise.all([id, ...joined].map(one => store.entries(one, limit + 1, before)))
  const [lists, streams] = await Promise.all([places, members()])
  const found = lists.flat().sort(placesNewestFirst)
  const page = found.slice(0, limit)
  const asserted = new Map(streams.map(member => [member.stream, member.asserted]))
  const read = await timeline.readEntries(page.filter(({ place }) => asserted.has(place.stream)))
  const entries = read
    .sort(placesNewestFirst)
    .map(entry => ({ entry, asserted: asserted.get(entry.place.stream) ?? true }))
  const last = found.length > limit ? page.at(-1) : undefined
  return { entries, ...(last && { next: positionOf(last) }) }
}
