import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { defaultPolicy } from '../../core/clock/policy.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { type FollowDeps, followChange } from '../../core/conversation/follow-change.ts'
import { readSigns } from '../../core/conversation/read-signs.ts'
import { always } from '../../core/hours/hours.ts'
import { identify } from '../../core/identity/identify.ts'
import { identityIds } from '../../core/identity/ids.ts'
import { readKnown } from '../../core/identity/known.ts'
import { findCustomer } from '../../core/identity/read-customer.ts'
import { append } from '../../core/timeline/append.ts'
import type { TimelineEvent } from '../../core/timeline/event.ts'

/** A company that takes in contacts and brings them into conversations, over one table. */
export function makeWorld(table: Table = memoryTable(), pause: () => Promise<void> = async () => undefined) {
  const clock = { now: '2026-03-02T12:00:00.000Z' }
  const ids = identityIds('0'.repeat(64))
  const identity = { store: identityStore(table, ids), ids, now: () => clock.now, pause }
  const timeline = timelineStore(table, () => Date.parse(clock.now))
  const deps: FollowDeps = {
    store: conversationStore(table),
    timeline,
    read: async contact => readSigns(contact, 'GB'),
    terms: async ({ priority }) => ({ hours: always, policy: defaultPolicy, priority }),
    teamFor: async () => undefined,
    escalateTo: async () => undefined,
    now: () => clock.now,
    pause,
    identity: async () => identity,
    readSource: async () => undefined,
  }

  const record = async (contact: Contact): Promise<void> => {
    await append(timeline, contact)
    await identify(identity, contact, await readKnown(contact, { store: identity.store, ids, at: clock.now, own: [] }))
  }
  const follow = (contact: Contact, tries = 9, stream = streamName(homeIdentifier(contact))) => {
    return followChange(deps, { v: 1, type: 'contact', contactId: contact.id, stream, sortAt: sortAt(contact) }, tries)
  }
  const receive = async (contact: Contact): Promise<Conversation | undefined> => {
    await record(contact)
    await follow(contact)
    return conversationOf(contact)
  }
  const conversationOf = async (contact: Contact): Promise<Conversation | undefined> => {
    const located = await timeline.locate(contact.id)
    const entry = located?.place && (await timeline.readContact(contact.id, located.place))
    const [found] = entry?.conversation === undefined ? [] : await deps.store.read([entry.conversation])
    return found
  }
  const conversationsOf = async (...contacts: Contact[]): Promise<Conversation[]> => {
    const found = await Promise.all(contacts.map(conversationOf))
    const known = found.filter(one => one !== undefined)
    return [...new Map(known.map(one => [one.id, one])).values()]
  }
  const eventsOn = async (stream: string): Promise<TimelineEvent[]> =>
    (await timeline.readStream(stream, 100, {})).flatMap(entry => (entry.type === 'event' ? [entry.event] : []))
  const customerOf = async (contact: Contact) => findCustomer(identity.store, homeIdentifier(contact))

  return {
    table,
    clock,
    deps,
    identity,
    timeline,
    record,
    follow,
    receive,
    conversationOf,
    conversationsOf,
    eventsOn,
    customerOf,
  }
}
