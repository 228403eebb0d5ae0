import type { ClockTerms } from '../clock/clock.ts'
import { clockAfter } from '../clock/clocks.ts'
import type { Contact } from '../contact/contact.ts'
import { streamName } from '../contact/stream.ts'
import type { Happening } from './absorb.ts'
import { type Callback, type Conversation, isUnresolved } from './conversation.ts'

/** What became of a conversation, and what its timeline tells of it: nothing where it is as it was. */
type Became = { conversation: Conversation; happenings: Happening[] }

/** The name of the thread that leads from the stream of a number to the conversation in which a call to it is due. */
export const callbackThread = 'callback'

export const callbackStream = ({ number }: Callback): string => streamName({ type: 'phone', value: number })

/** Sleeps until somebody is to call; what was settled is a matter again. */
export function callbackSet(before: Conversation, callback: Callback, at: string): Became {
  const { waitingFor: _for, snoozedUntil: _until, callback: _callback, ...rest } = withoutUrgency(before)
  const conversation: Conversation = {
    ...rest,
    ...{ status: 'snoozed', since: at, snoozedUntil: callback.at, callback },
  }
  const { says, note } = callback
  return {
    conversation,
    happenings: [
      { change: 'callback', to: callback.at, reason: says, ...(note !== undefined && { note }) },
      ...statusHappening(before, conversation),
    ],
  }
}

/** Nobody needs to call any more: what slept until then is awake. */
export function callbackDone(before: Conversation, at: string): Became {
  const { callback, ...rest } = withoutUrgency(before)
  if (callback === undefined) return { conversation: before, happenings: [] }
  const { snoozedUntil, ...awake } = rest
  const slept = rest.status === 'snoozed' && snoozedUntil === callback.at
  const conversation: Conversation = slept ? { ...awake, status: 'open', since: at } : rest
  return {
    conversation,
    happenings: [{ change: 'callback', to: 'done', reason: callback.says }, ...statusHappening(before, conversation)],
  }
}

/** Its time has come: it is open, and goes before everything else that came later. */
export function callbackDue(before: Conversation, at: string, terms: ClockTerms): Became {
  const { callback } = before
  if (!isUnresolved(before) || callback === undefined || callback.dueSince !== undefined || callback.at > at)
    return { conversation: before, happenings: [] }
  const { snoozedUntil: _until, waitingFor: _for, ...rest } = before
  const opened = before.status !== 'open'
  const event = { type: 'status', at: callback.at, status: 'open' } as const
  const clocks = opened && rest.clocks ? clockAfter(rest.clocks, event, terms) : rest.clocks
  const conversation: Conversation = {
    ...rest,
    ...(opened && { status: 'open', since: callback.at }),
    ...(clocks && { clocks }),
    callback: { ...callback, dueSince: callback.at },
    ...whileDue({ dueSince: callback.at, says: callback.says }),
  }
  return {
    conversation,
    happenings: [{ change: 'callback', to: 'due', reason: callback.says }, ...statusHappening(before, conversation)],
  }
}

/** What a call that is due makes of the place in a queue, whatever else happens to the conversation. */
export const whileDue = (
  callback: Pick<Callback, 'dueSince' | 'says'> | undefined,
): Pick<Conversation, 'urgentSince' | 'reason'> =>
  callback?.dueSince === undefined ? {} : { urgentSince: callback.dueSince, reason: callback.says }

/** Whether an answered call of ours is the one that was to be made: none from before is. */
export const isCalledBack = (callback: Callback | undefined, contact: Contact, at: string): callback is Callback =>
  callback !== undefined &&
  at >= callback.setAt &&
  contact.to.some(({ identifier }) => identifier.type === 'phone' && identifier.value === callback.number)

/** The call was made: an answer to all that waited, whoever the number belongs to. */
export function calledBack(before: Conversation, at: string, terms: ClockTerms): Became {
  const done = callbackDone(before, at)
  const { conversation } = done
  const unanswered = conversation.unanswered.filter(waiting => waiting.at > at)
  const answeredAt = before.answeredAt !== undefined && before.answeredAt > at ? before.answeredAt : at
  const waits = conversation.status === 'open' && unanswered.length === 0
  const next: Conversation = {
    ...{ ...conversation, unanswered, answeredAt },
    ...(waits && { status: 'waiting-customer', since: at }),
  }
  const events = [
    { type: 'outbound', at } as const,
    ...(waits ? [{ type: 'status', at, status: 'waiting-customer' } as const] : []),
  ]
  const clocks = next.clocks && events.reduce((ticking, event) => clockAfter(ticking, event, terms), next.clocks)
  return {
    conversation: { ...next, ...(clocks && { clocks }) },
    happenings: [...done.happenings.slice(0, 1), ...statusHappening(before, next)],
  }
}

function withoutUrgency(before: Conversation): Conversation {
  const { urgentSince, reason, ...rest } = before
  if (before.callback?.dueSince === undefined) return before
  return {
    ...rest,
    ...(urgentSince !== undefined && urgentSince !== before.callback.dueSince && { urgentSince }),
    ...(reason !== undefined && reason !== before.callback.says && { reason }),
  }
}

const statusHappening = (before: Conversation, { status }: Conversation): Happening[] =>
  before.status === status ? [] : [{ change: 'status', from: before.status, to: status }]

/**
 * Joining takes along the call that is to be made for the other, where there is none to be made here; `of` says whose
 * it is, so that taking the join back gives it back.
 */
export function joinedCallback(into: Conversation, other: Conversation): { into: Conversation; other: Conversation } {
  const { callback, ...without } = other
  if (callback === undefined || into.callback !== undefined) return { into, other }
  const asleep = isUnresolved(into) ? {} : { status: 'snoozed' as const, snoozedUntil: callback.at }
  return {
    into: { ...into, ...asleep, callback: { ...callback, of: callback.of ?? other.id }, ...whileDue(callback) },
    other: without,
  }
}

/** The reverse, where the call was not made meanwhile. */
export function partedCallback(
  from: Conversation,
  other: Conversation,
  leaving: readonly string[],
): { from: Conversation; other: Conversation } {
  const { callback, ...without } = withoutUrgency(from)
  if (callback?.of === undefined || !leaving.includes(callback.of)) return { from, other }
  const { of, ...own } = callback
  const back = of === other.id ? own : callback
  return { from: without, other: { ...other, callback: back, ...whileDue(back) } }
}

/** Contacts leave: the call goes with them where the number to be called is theirs, and not theirs who stay. */
export function movedCallback(
  from: Conversation,
  to: Conversation,
  streams: { leaving: readonly string[]; staying: readonly string[] },
): { from: Conversation; to: Conversation } {
  const { callback, ...without } = withoutUrgency(from)
  if (callback === undefined || to.callback !== undefined) return { from, to }
  const stream = callbackStream(callback)
  if (!streams.leaving.includes(stream) || streams.staying.includes(stream)) return { from, to }
  return { from: without, to: { ...to, callback, ...whileDue(callback) } }
}
