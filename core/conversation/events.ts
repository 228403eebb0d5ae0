import type { EventEntry } from '../timeline/entry.ts'
import type { Happening } from './absorb.ts'
import type { Conversation } from './conversation.ts'
import { eventId } from './conversation-id.ts'

export type Cause = { actor: string; at: string; contact?: string }

/** What happened to a version of a conversation, as entries on the stream that it is anchored at. */
export const eventsOf = (conversation: Conversation, happenings: Happening[], cause: Cause): EventEntry[] =>
  happenings.map((happening, n) => ({
    type: 'event',
    entryId: eventId(conversation.id, conversation.version, n),
    place: { stream: conversation.anchor, sortAt: cause.at },
    event: { v: 1, type: 'status', conversation: conversation.id, ...cause, ...happening },
  }))
