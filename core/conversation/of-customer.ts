import type { Conversation } from './conversation.ts'
import type { ConversationStore } from './store.ts'

/** How many of each stream's conversations are looked at, newest first. */
const mostOfStream = 50

/**
 * The matters of the customer who has these streams, newest contact first: what is unresolved, and the newest of the
 * others. What was joined into another is part of that one. Two round trips.
 */
export async function conversationsOf(
  store: Pick<ConversationStore, 'read' | 'anchored'>,
  streams: string[],
): Promise<Conversation[]> {
  const ids = await Promise.all(streams.map(stream => store.anchored(stream, mostOfStream)))
  const found = await store.read(ids.flat())
  return found
    .filter(({ joinedInto }) => joinedInto === undefined)
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0))
}
