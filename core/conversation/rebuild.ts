import type { ClockEvent, ClockTerms } from '../clock/clock.ts'
import { clockAfter } from '../clock/clocks.ts'
import { type Absorbed, absorb } from './absorb.ts'
import type { Conversation } from './conversation.ts'

/**
 * A conversation of other contacts than before: what contacts make of it is made anew, in order of time; what people
 * set (status, priority, team, assignee, tags, sleep) stays. There is at least one contact.
 */
export function rebuilt(before: Conversation, arrivals: Absorbed[], terms: ClockTerms): Conversation {
  const inOrder = [...arrivals].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const last = inOrder.at(-1)
  if (last === undefined) throw new Error('a conversation without contacts')
  const { lastInboundAt: _inbound, answeredAt: _answered, answeredBy: _by, ...known } = before
  const { clocks: _clocks, promise: _promise, ...rest } = known
  const empty: Conversation = {
    ...rest,
    ...{
      status: 'open',
      contacts: 0,
      inbound: 0,
      channels: [],
      unanswered: [],
      references: [],
      topics: [],
      switches: 0,
    },
  }
  const folded = inOrder.reduce((conversation, arrival) => absorb(conversation, arrival, terms).conversation, {
    ...empty,
    lastAt: inOrder[0]?.at ?? last.at,
  })
  return asSet(folded, before, terms)
}

/** As people left it: the status since when it was set, and with it what waits and what runs. */
function asSet(folded: Conversation, before: Conversation, terms: ClockTerms): Conversation {
  const { status, since, priority, snoozedUntil, reason, urgentSince } = before
  const { snoozedUntil: _until, reason: _reason, urgentSince: _urgent, ...rest } = folded
  const set: Conversation = {
    ...rest,
    ...{ status, since, priority },
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    ...(reason !== undefined && { reason }),
    ...(urgentSince !== undefined && { urgentSince }),
    ...(before.promise !== undefined && rest.promise === undefined && { promise: before.promise }),
  }
  if (status === 'resolved' || status === 'spam') set.unanswered = []
  const event: ClockEvent = { type: 'status', at: since, status: status === 'spam' ? 'resolved' : status }
  return set.clocks && status !== 'open' ? { ...set, clocks: clockAfter(set.clocks, event, terms) } : set
}
