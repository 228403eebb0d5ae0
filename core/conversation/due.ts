import { clockNames } from '../clock/clock.ts'
import { nextBreach, nextDue } from '../clock/clocks.ts'
import type { Conversation } from './conversation.ts'

/** What may be due: one of the clocks, a promise, a call; or that it wakes. */
export const dueFors = [...clockNames, 'promise', 'callback', 'wakes'] as const
export type DueFor = (typeof dueFors)[number]

/**
 * When a conversation is next due to somebody: its place in a queue. What sleeps is due when it wakes; who waited on a
 * promise, or is to be called, is due since then, and goes before everything else.
 */
export const dueAt = (conversation: Conversation): string | undefined => nextOf(conversation)?.at

/** What is due then; undefined where a reason of its own says why it cannot wait. */
export function dueFor(conversation: Conversation): DueFor | undefined {
  const next = nextOf(conversation)
  return next?.what === 'urgent' ? undefined : next?.what
}

type Next = { at: string; what: DueFor | 'urgent' }

function nextOf(conversation: Conversation): Next | undefined {
  const { status, snoozedUntil, clocks, promise, urgentSince, callback } = conversation
  if (status === 'resolved' || status === 'spam' || conversation.joinedInto !== undefined) return undefined
  if (status === 'snoozed') return snoozedUntil === undefined ? undefined : { at: snoozedUntil, what: 'wakes' }
  const due = clocks && nextDue(clocks)
  const all: { at: string | undefined; what: Next['what'] }[] = [
    { at: urgentSince, what: 'urgent' },
    { at: promise?.by, what: 'promise' },
    { at: callback?.at, what: 'callback' },
    { at: due?.dueAt, what: due?.clock ?? 'resolution' },
  ]
  const known = all.flatMap(({ at, what }) => (at === undefined ? [] : [{ at, what }]))
  return known.reduce<Next | undefined>((first, other) => (first && first.at <= other.at ? first : other), undefined)
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
