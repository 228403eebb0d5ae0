import type { Contact } from '../contact/contact.ts'
import type { Reference } from '../conversation/conversation.ts'
import { followedThreads, ownThreads } from '../conversation/threads.ts'

/** A contact of a conversation, with what it names. */
export type Told = { contact: Contact; references: readonly Reference[] }

/** What is compared of a contact. Threads have hashed names: of what is compared often, they are read once. */
export type Compared = Told & { follows: readonly string[]; owns: readonly string[] }

export const compared = (told: Told): Compared => ({
  ...told,
  ...{ follows: followedThreads(told.contact), owns: ownThreads(told.contact) },
})

/**
 * Which contacts of one conversation are surely of one matter: for each the id of the first contact of its part. They come
 * in order of time. A conversation is joined so that nobody has to ask twice, in doubt too; a repeat that a report counts
 * against us must be one. So a contact is of the matter of an earlier one that it answers, whose thread it continues or
 * with which it shares a reference; else of the one before it, where experience tells so (`likelyContinues`); else of its
 * own. Measured by `npm run eval -- repeats`.
 */
export function partsOf(contacts: readonly Compared[]): Map<string, string> {
  const known: Known = { parts: new Map(), threads: new Map(), references: new Map(), before: [] }
  for (const told of contacts) {
    const part = partOf(known, told) ?? told.contact.id
    known.parts.set(told.contact.id, part)
    for (const thread of told.owns) known.threads.set(thread, part)
    for (const reference of told.references) known.references.set(nameOf(reference), part)
    known.before.push(told.contact)
  }
  return known.parts
}

type Known = {
  parts: Map<string, string>
  threads: Map<string, string>
  references: Map<string, string>
  /** Oldest first. */
  before: Contact[]
}

function partOf({ parts, threads, references, before }: Known, { contact, references: named, follows }: Compared) {
  const answered = contact.answers === undefined ? undefined : parts.get(contact.answers)
  const proofs = [
    ...follows.map(thread => threads.get(thread)),
    ...named.map(reference => references.get(nameOf(reference))),
  ]
  const proven = answered ?? proofs.find(part => part !== undefined)
  if (proven !== undefined) return proven
  const last = lastFor(contact, before)
  return last !== undefined && likelyContinues(contact, last, before) ? parts.get(last.id) : undefined
}

const nameOf = ({ kind, value }: Reference): string => `${kind} ${value}`

/** The latest on its own channel within three days, else the latest of all. */
const lastFor = (contact: Contact, before: readonly Contact[]): Contact | undefined =>
  before.findLast(other => other.channel === contact.channel && hoursBetween(other, contact) <= window) ?? before.at(-1)

const window = 72
/** How soon somebody calls again, and how soon they post again. */
const calledSoon = 4
const postedSoon = 12

/** Whether a contact that proves nothing continues the one before it: an answer, a message after one, a call again. */
function likelyContinues(contact: Contact, last: Contact, before: readonly Contact[]): boolean {
  if (hoursBetween(last, contact) >= window) return false
  const { channel, direction } = contact
  if (direction === 'outbound') {
    if (channel === 'message') return last.channel === 'message'
    return !(channel === 'email' && last.channel === 'email')
  }
  if (channel === 'message')
    return last.channel === 'social' || (last.channel === 'message' && last.direction === 'outbound')
  if (channel === 'social')
    return last.channel === 'social' && (last.direction === 'outbound' || hoursBetween(last, contact) < postedSoon)
  return channel === 'phone' && last.channel === 'phone' && callsAgain(contact, last, before)
}

/** Over the same queue or after our own call, and: nothing but calls before it, soon after, or the last was answered. */
function callsAgain(contact: Contact, last: Contact, before: readonly Contact[]): boolean {
  const sameLine = contact.call?.queue === last.call?.queue || last.direction === 'outbound'
  const onlyCalls = before.every(({ channel }) => channel === 'phone')
  return sameLine && (onlyCalls || hoursBetween(last, contact) < calledSoon || last.call?.answered === true)
}

const hoursBetween = (earlier: Contact, later: Contact): number =>
  Math.abs(Date.parse(later.occurredAt) - Date.parse(earlier.occurredAt)) / 3_600_000
