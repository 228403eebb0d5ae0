import { nextBreach, nextDue } from '../clock/clocks.ts'
import type { Conversation } from './conversation.ts'

/**
 * When a conversation is next due to somebody: its place in a queue. What sleeps is due when it wakes; who waited on a
 * promise is due since then, and goes before everything else.
 */
export function dueAt(conversation: Conversation): string | undefined {
  const { status, snoozedUntil, clocks, promise, urgentSince } = conversation
  if (status === 'resolved' || status === 'spam' || conversation.joinedInto !== undefined) return undefined
  if (status === 'snoozed') return snoozedUntil
  return earliest([urgentSince, clocks && nextDue(clocks)?.dueAt, promise?.by])
}

/** When something happens to it by time alone: a clock runs out, a promise is broken, it wakes. */
export function wakesAt({ status, snoozedUntil, clocks, promise, joinedInto }: Conversation): string | undefined {
  const kept = promise?.brokenAt === undefined ? promise?.by : undefined
  if (status === 'resolved' || status === 'spam' || joinedInto !== undefined) return undefined
  return earliest([status === 'snoozed' ? snoozedUntil : undefined, clocks && nextBreach(clocks)?.dueAt, kept])
}

function earliest(times: (string | undefined)[]): string | undefined {
  return times.filter(time => time !== undefined).sort()[0]
}
