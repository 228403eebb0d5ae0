import { viewContact } from '../contact/view.ts'
import {
  type ContactEntry,
  type EntryPlace,
  type EventEntry,
  newestFirst,
  type Position,
  positionOf,
} from '../timeline/entry.ts'
import type { Reply } from './reply.ts'

/** Up to where somebody had seen what happened: to an entry's place on the timeline, or to when they looked. */
export type Seen = { position: Position } | { at: string }

/**
 * What `text` names: the id or the time of an entry, the id of a reply, or a time (RFC 3339 UTC, ms). Undefined where it
 * names nothing that is known here.
 */
export function readSeen(
  text: string | undefined,
  entries: readonly (ContactEntry | EventEntry)[],
  replies: readonly Reply[],
): Seen | undefined {
  const [entry] = entries.filter(({ entryId, place }) => entryId === text || place.sortAt === text).sort(byPosition)
  if (entry) return { position: positionOf(entry) }
  const reply = replies.find(({ id }) => id === text)
  if (reply) return { at: reply.createdAt }
  return text !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(text) ? { at: text } : undefined
}

/**
 * Whether a contact was not seen. By an entry that was, what stands after it; by the time of looking, what had not arrived
 * by then: a mail that was under way for long stands before things that were seen.
 */
export const isUnseen = (seen: Seen, entry: ContactEntry): boolean =>
  'position' in seen ? newestFirst(positionOf(entry), seen.position) < 0 : viewContact(entry.state).receivedAt > seen.at

/** The time up to which it was seen. */
export const seenAt = (seen: Seen): string => ('position' in seen ? seen.position.sortAt : seen.at)

const byPosition = (a: EntryPlace, b: EntryPlace): number => newestFirst(positionOf(a), positionOf(b))
