import type { Atom } from '../cells.ts'
import type { Dims } from '../dimension.ts'
import type { ContactFact, ConversationFact, CustomerFacts, EventFact } from '../facts.ts'
import { known } from '../known-fields.ts'
import { dayOf, hourOf } from '../zone.ts'

/** A matter with its contacts and events, in order of time. */
export type Matter = { conversation: ConversationFact; contacts: ContactFact[]; events: EventFact[] }

/** The facts as the parts of the fold ask for them. */
export type Folding = {
  facts: CustomerFacts
  zone: string
  matters: Matter[]
  conversations: Map<string, ConversationFact>
}

const dayMs = 86_400_000
const lookBackMs = 30 * dayMs

/** Milliseconds from one instant to another. */
export const between = (from: string, to: string): number => Date.parse(to) - Date.parse(from)

/** Whether `earlier` is within the thirty days before `at`: older things are not looked at, so that each day stands alone. */
export const isRecent = (earlier: string, at: string): boolean => earlier <= at && between(earlier, at) <= lookBackMs

export function foldingOf(facts: CustomerFacts, zone: string): Folding {
  const conversations = new Map(facts.conversations.map(one => [one.id, one]))
  const matters = new Map<string, Matter>()
  for (const conversation of facts.conversations)
    matters.set(conversation.id, { conversation, contacts: [], events: [] })
  for (const contact of facts.contacts) matters.get(contact.conversation ?? '')?.contacts.push(contact)
  for (const event of facts.events) matters.get(event.conversation)?.events.push(event)
  for (const { contacts, events } of matters.values()) {
    contacts.sort(inOrder)
    events.sort(inOrder)
  }
  return { facts, zone, matters: [...matters.values()], conversations }
}

const inOrder = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1

/** A fact of an instant. */
export const atomAt = (
  { zone }: Pick<Folding, 'zone'>,
  at: string,
  dims: Dims,
  counts: Atom['counts'],
  buckets?: Atom['buckets'],
): Atom => ({ hour: hourOf(at), day: dayOf(at, zone), dims, counts, ...(buckets && { buckets }) })

/** The dimensions of a contact; those of its conversation where that is one of the customer's. */
export function contactDims({ facts, conversations }: Folding, contact: ContactFact): Dims {
  const conversation = conversations.get(contact.conversation ?? '')
  const { channel, source, brand, department, network, campaign, country, topic } = contact
  return {
    ...{ channel, source, brand, department },
    ...known({ network, campaign, country, topic }),
    ...known({ language: contact.language ?? conversation?.language, relationship: facts.relationship }),
    ...known({ team: conversation?.team, agent: contact.agent ?? conversation?.assignee }),
    ...visitOf(facts, contact),
  }
}

/** Whoever comes for the first time comes with the very first contact of their own; a line names nobody. */
function visitOf({ nobody, first }: CustomerFacts, { id, direction }: ContactFact): Dims {
  if (nobody || direction === 'outbound' || first === undefined) return {}
  return { visit: first.id === id ? 'first' : 'returning' }
}

/** What is known of a matter when something happens to it: by its opening contact, where that is recent. */
export function matterDims(folding: Folding, { conversation, contacts }: Matter, at: string): Dims {
  const opening = contacts.find(({ id, at: openedAt }) => id === conversation.openedBy && isRecent(openedAt, at))
  const { brand, department, team, assignee, language } = conversation
  return {
    ...(opening && contactDims(folding, opening)),
    ...{ brand, department },
    ...known({ team, agent: assignee, language: language ?? opening?.language }),
    ...known({ relationship: folding.facts.relationship }),
  }
}

/**
 * Whether anything of a matter stands within thirty days of an instant: what somebody sees who reads around that day alone.
 * A matter whose contacts all went is none.
 */
export const isSeen = ({ contacts, events }: Matter, at: string): boolean =>
  [...contacts, ...events].some(one => isRecent(one.at, at) || isRecent(at, one.at))

/** Whether somebody wrote or called us; what machines write is no question. */
export const isQuestion = ({ direction, idle }: ContactFact): boolean => direction === 'inbound' && !idle
