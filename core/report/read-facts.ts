import type { Conversation } from '../conversation/conversation.ts'
import { always, type Hours } from '../hours/hours.ts'
import { identifierClass } from '../identity/identifier-class.ts'
import { streamIdentifier } from '../identity/member.ts'
import type { ContactEntry, EventEntry } from '../timeline/entry.ts'
import type { ContactInsight, CustomerFacts, TouchFact } from './facts.ts'
import { contactFact, conversationFact, eventFact } from './facts-of-entries.ts'
import { withRepeats } from './repeats.ts'

/** Instants, both included. */
export type Instants = { from: string; to: string }

/** What the fold reads. All reads are strongly consistent: what a change told of is seen. */
export type FactReads = {
  /** The customer of each stream that has one. */
  customersOf: (streams: string[]) => Promise<Map<string, string>>
  /** The streams of each customer; none of one that was merged into another, or is not known. */
  streamsOf: (customers: string[]) => Promise<Map<string, string[]>>
  /** Contacts and events of a stream, oldest first; `cut` when there are more than `limit`. */
  entries: (stream: string, within: Instants, limit: number) => Promise<{ entries: Entry[]; cut: boolean }>
  /** When anything stands on a stream first, and the first contact that its author made. */
  beginning: (stream: string) => Promise<{ at?: string; first?: { id: string; at: string } }>
  conversations: (ids: string[]) => Promise<Conversation[]>
  /** When the oldest contact of a conversation was. */
  firstOf: (conversation: string) => Promise<string | undefined>
  /** By which hours a team works; around the clock where nothing is set. */
  hoursOf: (team: string) => Promise<Hours | undefined>
  /** What reading texts told of these contacts, by id. */
  insights: (entries: ContactEntry[]) => Promise<Map<string, ContactInsight>>
  touches: (streams: string[], within: Instants) => Promise<TouchFact[]>
  /** When the oldest of them was. */
  firstTouch: (stream: string) => Promise<string | undefined>
  relationship: (customer: string) => Promise<string | undefined>
}

type Entry = ContactEntry | EventEntry

/** Whether nothing on the stream can be told to be the same person's: a withheld number, a mail without a sender. */
export const namesNobody = (stream: string): boolean => identifierClass(streamIdentifier(stream)) !== 'personal'

export type FactsRead = { facts: CustomerFacts; cut: boolean }

/** Everything of a customer between two instants; `cut` where it is more than `limit` entries a stream: then it is not all. */
export async function readFacts(
  reads: FactReads,
  customer: string,
  streams: string[],
  within: Instants,
  limit: number,
): Promise<FactsRead> {
  const [pages, beginnings, touches, relationship] = await Promise.all([
    Promise.all(streams.map(stream => reads.entries(stream, within, limit))),
    Promise.all(streams.map(reads.beginning)),
    reads.touches(streams, within),
    reads.relationship(customer),
  ])
  const entries = pages.flatMap(page => page.entries)
  const contacts = entries.filter(entry => entry.type === 'contact')
  const [conversations, insights] = await Promise.all([
    readConversations(reads, streams, entries),
    reads.insights(contacts),
  ])
  const hours = await hoursOfTeams(reads, conversations)
  const names = new Map(conversations.flatMap(one => [one.id, ...one.joined].map(id => [id, one.id] as const)))
  const first = beginnings.flatMap(one => one.first ?? []).sort(inOrder)[0]
  return {
    cut: pages.some(({ cut }) => cut),
    facts: {
      nobody: streams.length > 0 && streams.every(namesNobody),
      ...(relationship !== undefined && { relationship }),
      ...(first && { first }),
      contacts: withRepeats(
        contacts.flatMap(entry => contactFact(entry, names, insights.get(entry.entryId))),
        contacts,
      ),
      conversations: conversations.map(one => conversationFact(one, hours.get(one.team ?? '') ?? always)),
      events: entries.flatMap(entry => eventFact(entry, names)),
      touches,
    },
  }
}

/** Of two at one time one comes first, whichever was read first. */
const inOrder = (a: { id: string; at: string }, b: { id: string; at: string }): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1

/** Those that lie with the customer; what was joined into another stands for that one. */
async function readConversations(reads: FactReads, streams: string[], entries: Entry[]): Promise<Conversation[]> {
  const named = new Set(entries.flatMap(entry => labelOf(entry) ?? []))
  const found = named.size === 0 ? [] : await reads.conversations([...named])
  const into = found.flatMap(({ joinedInto }) => (joinedInto === undefined || named.has(joinedInto) ? [] : joinedInto))
  const more = into.length === 0 ? [] : await reads.conversations([...new Set(into)])
  return [...found, ...more].filter(({ joinedInto, anchor }) => joinedInto === undefined && streams.includes(anchor))
}

const labelOf = (entry: Entry): string | undefined =>
  entry.type === 'contact' ? entry.conversation : entry.event.conversation

async function hoursOfTeams(reads: FactReads, conversations: Conversation[]): Promise<Map<string, Hours | undefined>> {
  const teams = [...new Set(conversations.flatMap(({ team }) => team ?? []))]
  return new Map(await Promise.all(teams.map(async team => [team, await reads.hoursOf(team)] as const)))
}
