import type { ClockTerms } from '../../../core/clock/clock.ts'
import { defaultPolicy } from '../../../core/clock/policy.ts'
import type { Contact } from '../../../core/contact/contact.ts'
import { absorb } from '../../../core/conversation/absorb.ts'
import { type Conversation, isUnresolved } from '../../../core/conversation/conversation.ts'
import { type Decision, decideJoin } from '../../../core/conversation/join.ts'
import { opened } from '../../../core/conversation/open.ts'
import { readSigns } from '../../../core/conversation/read-signs.ts'
import type { Signs } from '../../../core/conversation/signs.ts'
import { followedThreads, ownThreads } from '../../../core/conversation/threads.ts'
import { always } from '../../../core/hours/hours.ts'

/** What conversations of one customer there are, and where each contact went. */
type Kept = { conversations: Map<string, Conversation>; threads: Map<string, string>; labels: Map<string, Label> }

/** Where a contact was put, and why; `opened` where it began a conversation. */
export type Label = { id: string; because: Extract<Decision, { do: 'join' }>['because'] | 'opened' }

const terms: ClockTerms = { hours: always, policy: defaultPolicy, priority: 'normal' }

/** A contact with what it says, read once. */
export type Read = { contact: Contact; signs: Signs }
export const readContact = (contact: Contact): Read => ({ contact, signs: readSigns(contact, 'GB') })

/** When agents close what a contact ended; not at all, where it ended nothing. */
export type ClosesAt = (contactId: string) => string | undefined

/**
 * The conversation of each contact of one customer, by contact id: the contacts come in order of time, one by one, through
 * the functions that join-contact calls, with what is stored held in memory. A contact that joins nothing has none.
 */
export function joinAll(contacts: readonly Read[], closesAt: ClosesAt): Map<string, Label> {
  const kept: Kept = { conversations: new Map(), threads: new Map(), labels: new Map() }
  const closings: { at: string; contactId: string }[] = []
  for (const { contact, signs } of contacts) {
    while (closings[0] !== undefined && closings[0].at <= contact.occurredAt) close(kept, closings.shift())
    join(kept, contact, signs)
    const at = closesAt(contact.id)
    if (at !== undefined) closings.push({ at, contactId: contact.id })
  }
  return kept.labels
}

function join(kept: Kept, contact: Contact, signs: Signs): void {
  const at = contact.occurredAt
  const matters = [...kept.conversations.values()].filter(isUnresolved)
  const decision = decideJoin({ contact, at, signs, matters, threaded: threadedOf(kept, contact) })
  if (decision.do === 'nothing') return
  const was = decision.do === 'join' ? kept.conversations.get(decision.id) : undefined
  const arrival = { contact, at, signs }
  const next = was === undefined ? opened(arrival, 'stream', at, terms) : absorb(was, arrival, terms).conversation
  kept.conversations.set(next.id, next)
  kept.labels.set(contact.id, { id: next.id, because: decision.do === 'join' ? decision.because : 'opened' })
  for (const thread of ownThreads(contact)) kept.threads.set(thread, next.id)
}

/** What it answers, else the nearest thread that it continues. */
function threadedOf({ conversations, threads, labels }: Kept, contact: Contact): Conversation | undefined {
  const answered = contact.answers === undefined ? undefined : labels.get(contact.answers)?.id
  const ids = [answered, ...followedThreads(contact).map(thread => threads.get(thread))]
  return ids.flatMap(id => (id === undefined ? [] : (conversations.get(id) ?? [])))[0]
}

function close({ conversations, labels }: Kept, closing: { at: string; contactId: string } | undefined): void {
  const id = closing && labels.get(closing.contactId)?.id
  const conversation = id === undefined ? undefined : conversations.get(id)
  if (conversation === undefined || closing === undefined || conversation.lastAt > closing.at) return
  conversations.set(conversation.id, { ...conversation, status: 'resolved', since: closing.at })
}
