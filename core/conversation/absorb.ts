import type { ClockTerms } from '../clock/clock.ts'
import { clockAfter } from '../clock/clocks.ts'
import { happenedIn } from '../clock/happened-in.ts'
import { type Priority, priorities } from '../clock/policy.ts'
import type { Contact } from '../contact/contact.ts'
import { agentIdOf } from '../people/agent.ts'
import type { StatusEvent } from '../timeline/event.ts'
import { whileDue } from './callbacks.ts'
import { type Conversation, isUnresolved, kept, type Reference } from './conversation.ts'
import type { Signs } from './signs.ts'
import { titleWith } from './title.ts'
import { secondContact, waitedOnPromise } from './waiting.ts'

/** A contact as a conversation takes it in. */
export type Absorbed = { contact: Contact; at: string; signs: Signs }

/** What happened to the conversation by it: entries of the timeline, without who and when. */
export type Happening = Pick<StatusEvent, 'change'> &
  Partial<Pick<StatusEvent, 'from' | 'to' | 'reason' | 'places' | 'note' | 'mentions' | 'lines'>>

export type Absorption = { conversation: Conversation; happenings: Happening[] }

/**
 * The conversation with one contact more, or with what became of one that it holds (`known`): a call that was ringing
 * was answered. Contacts that arrive late, older than what happened since, count but reopen and raise nothing.
 */
export function absorb(before: Conversation, arrival: Absorbed, terms: ClockTerms, known = false): Absorption {
  const next = known ? before : count(before, arrival)
  const absorbed =
    arrival.contact.direction === 'inbound'
      ? absorbInbound(before, next, arrival, known)
      : absorbAnswer(before, next, arrival)
  return { ...absorbed, conversation: withClocks(before, absorbed.conversation, arrival, terms) }
}

/** What is spam, or joined into another, has no clocks that run. */
function withClocks(
  before: Conversation,
  next: Conversation,
  { contact, at }: Absorbed,
  terms: ClockTerms,
): Conversation {
  if (before.status === 'spam' || before.joinedInto !== undefined) return next
  const waits = contact.direction === 'outbound' && next.status === 'waiting-customer' && before.status !== next.status
  const events = [
    ...happenedIn(contact, at),
    ...(waits ? [{ type: 'status', at, status: 'waiting-customer' } as const] : []),
  ]
  const clocks = events.reduce((ticking, event) => clockAfter(ticking, event, terms), before.clocks)
  return clocks ? { ...next, clocks } : next
}

/** An answered call is a contact and its answer at once. */
export const isAnsweredCall = ({ call, kind }: Contact): boolean => kind === 'call' && call?.answered === true

function count(before: Conversation, { contact, at, signs }: Absorbed): Conversation {
  const inbound = contact.direction === 'inbound'
  const latest = inbound && (before.lastInboundAt === undefined || at >= before.lastInboundAt)
  return {
    ...before,
    title: titleWith(before.title, contact),
    contacts: before.contacts + 1,
    inbound: before.inbound + (inbound ? 1 : 0),
    lastAt: later(before.lastAt, at),
    channels: union(before.channels, [contact.channel], 6),
    references: mergedReferences(before.references, signs.references),
    topics: union(before.topics, signs.topics, kept.topics),
    ...(latest && { lastInboundAt: at, channel: contact.channel }),
    ...(latest && contact.language !== undefined && { language: contact.language }),
    ...(latest && nameOf(contact)),
  }
}

function nameOf({ from: { name, handle } }: Contact): Pick<Conversation, 'name'> {
  const called = (name ?? handle)?.slice(0, 128)
  return called === undefined || called === '' ? {} : { name: called }
}

function absorbInbound(
  before: Conversation,
  next: Conversation,
  { contact, at }: Absorbed,
  known: boolean,
): Absorption {
  const answered = isAnsweredCall(contact)
  const waiting = answered ? answer(next, contact, at) : wait(next, contact, at)
  const fresh = !known && before.inbound > 0 && at >= before.lastAt && isUnresolved(before)
  const raised = fresh ? raise(before, waiting, contact, at) : { conversation: waiting, happenings: [] }
  return reopen(before, raised, at)
}

/** A contact that nobody answered yet, unless an answer came after it. */
function wait(next: Conversation, contact: Contact, at: string): Conversation {
  if (next.answeredAt !== undefined && at <= next.answeredAt) return next
  if (next.unanswered.some(({ contactId }) => contactId === contact.id)) return next
  const unanswered = [...next.unanswered, { contactId: contact.id, at, channel: contact.channel }]
  return { ...next, unanswered: unanswered.sort(oldestFirst).slice(0, kept.unanswered) }
}

/** Of two at one time one comes first, whichever was told first. */
const oldestFirst = (a: Waiting, b: Waiting): number =>
  a.at === b.at ? (a.contactId < b.contactId ? -1 : 1) : a.at < b.at ? -1 : 1

type Waiting = Conversation['unanswered'][number]

const answer = (next: Conversation, contact: Contact, at: string): Conversation => ({
  ...next,
  answeredAt: later(next.answeredAt ?? at, at),
  ...answeredBy(next, contact, at),
  unanswered: next.unanswered.filter(waiting => waiting.at > at),
})

/** Networks name who took a call in words of their own; the id that goes with it is theirs where it is somebody's. */
function answeredBy({ answeredBy: known }: Conversation, { agent, call }: Contact, at: string) {
  const by = (agent ?? agentIdOf(call?.agent ?? '')).slice(0, 128)
  const isKnown = known !== undefined && (at < known.at || (at === known.at && by <= known.agent))
  return by === '' || isKnown ? {} : { answeredBy: { agent: by, at } }
}

/** Somebody who comes again over another channel, or although an answer was promised, should not have had to. */
function raise(before: Conversation, next: Conversation, { channel }: Contact, at: string): Absorption {
  const happenings: Happening[] = []
  let raised = next
  if (channel !== before.channel) {
    const priority = above(before.priority)
    const reason = secondContact(before, channel, at)
    raised = { ...raised, priority, reason, switches: before.switches + 1 }
    happenings.push({ change: 'second-contact', from: before.priority, to: priority, reason })
  }
  if (before.promise && at > before.promise.madeAt) {
    const reason = waitedOnPromise(before.promise.madeAt, at)
    raised = {
      ...raised,
      urgentSince: at,
      reason: raised.reason === before.reason ? reason : `${raised.reason}; ${reason}`,
    }
    happenings.push({ change: 'waited-on-promise', reason })
  }
  return { conversation: raised, happenings }
}

const above = (priority: Priority): Priority => priorities[Math.max(2, priorities.indexOf(priority) + 1)] ?? 'urgent'

/** What waits for the customer, sleeps or is resolved opens again when they write; spam stays what it is. */
function reopen(before: Conversation, { conversation, happenings }: Absorption, at: string): Absorption {
  const reopens = before.status === 'resolved' || before.status === 'snoozed' || before.status === 'waiting-customer'
  if (!reopens || at < before.since || conversation.contacts === before.contacts) return { conversation, happenings }
  const { snoozedUntil: _until, ...awake } = conversation
  const change = before.status === 'resolved' ? 'reopened' : 'status'
  return {
    conversation: { ...awake, status: 'open', since: at },
    happenings: [{ change, from: before.status, to: 'open', reason: 'the customer wrote or called' }, ...happenings],
  }
}

/** An answer ends the wait, keeps an earlier promise, and may make another. A call that reached nobody is none. */
function absorbAnswer(before: Conversation, next: Conversation, { contact, at, signs }: Absorbed): Absorption {
  if (happenedIn(contact, at).length === 0) return { conversation: next, happenings: [] }
  const made = signs.promise
  const { urgentSince, reason, promise: promised, ...answered } = answer(next, contact, at)
  const newest = at >= before.lastAt
  const kept = newest
    ? whileDue(before.callback)
    : { ...(urgentSince && { urgentSince }), ...(reason && { reason }), ...(promised && { promise: promised }) }
  const conversation = { ...answered, ...kept, ...(made && newest && { promise: made }) }
  const waits = newest && conversation.unanswered.length === 0 && before.callback?.dueSince === undefined
  if (!waits || before.status !== 'open') return { conversation, happenings: [] }
  return {
    conversation: { ...conversation, status: 'waiting-customer', since: at },
    happenings: [{ change: 'status', from: 'open', to: 'waiting-customer', reason: 'we answered' }],
  }
}

const later = (a: string, b: string): string => (a < b ? b : a)

const union = <T>(known: T[], more: T[], most: number): T[] => [...new Set([...known, ...more])].slice(0, most)

function mergedReferences(known: Reference[], more: Reference[]): Reference[] {
  const byName = new Map([...known, ...more].map(reference => [`${reference.kind} ${reference.value}`, reference]))
  return [...byName.values()].slice(0, kept.references)
}
