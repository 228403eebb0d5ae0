import type { Contact } from '../contact/contact.ts'
import { contactId } from '../contact/contact-id.ts'

/** How far back in its references a mail is looked for. */
const followedReferences = 8

/**
 * The threads that a contact provably continues, nearest first, as short names. A private message has none of its own:
 * its thread is the whole of what two people ever wrote, not one matter; only what it quotes counts.
 */
export function followedThreads({ channel, thread }: Contact): string[] {
  if (thread === undefined) return []
  const back = [thread.inReplyTo, ...thread.references.slice(-followedReferences).reverse(), thread.references[0]]
  return names(channel, channel === 'message' ? [thread.inReplyTo] : [thread.id, ...back])
}

/** The threads by which later contacts find the conversation of this one: itself, what it answers, and where that began. */
export function ownThreads({ channel, thread, id }: Contact): string[] {
  if (thread === undefined) return []
  if (channel === 'message') return names(channel, [id])
  return names(channel, [thread.id, thread.inReplyTo, thread.references[0]])
}

const names = (channel: string, ids: (string | undefined)[]): string[] => [
  ...new Set(ids.flatMap(id => (id === undefined || id === '' ? [] : [contactId('thread', channel, id)]))),
]
