import { nextBreach, nextDue } from '../clock/clocks.ts'
import type { Conversation } from './conversation.ts'

/**
 * When a conversation is next due to somebody: its place in a queue. What sleeps is due when it wakes; who waited on a
 * promise, or is to be called, is due since then, and goes before everything else.
 */
export function dueAt(conversation: Conversation): string | undefined {
  const { status, snoozedUntil, clocks, promise, urgentSince, callback } = conversation
  if (status === 'resolved' || status === 'spam' || conversation.joinedInto !== undefined) return undefined
  if (status === 'snoozed') return snoozedUntil
  return earliest([urgentSince, clocks && nextDue(clocks)?.dueAt, promise?.by, callback?.at])
}

/** When something happens to it by time alone: a clock runs out, a promise is broken, it wakes, a call is due. */
export function wakesAt(conversation: Conversation): string | undefined {
  const { status, snoozedUntil, clocks, promise, callback, joinedInto } = conversation
  const call = callback?.dueSince === undefined ? callback?.at : undefined
  const kept = promise?.brokenAt === undefined ? promise?.by : undefined
  if (status === 'resolved' || status === 'spam' || joinedInto !== undefined) return undefined
  return earliest([status === 'snoozed' ? snoozedUntil : undefined, clocks && nextBreach(clocks)?.dueAt, kept, call])
}

function earliest(times: (string | undefined)[]): string | undefined {
  return times.filter(time => time !== undefined).sort()[0]
}
