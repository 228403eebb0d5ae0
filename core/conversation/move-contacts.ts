import type { ClockTerms } from '../clock/clock.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { Absorbed } from './absorb.ts'
import { callbackStream, callbackThread, movedCallback } from './callbacks.ts'
import type { Conversation } from './conversation.ts'
import { conversationId } from './conversation-id.ts'
import type { ConversationDeps } from './deps.ts'
import { arrivalOf } from './join-contact.ts'
import { opened } from './open.ts'
import { rebuilt } from './rebuild.ts'
import { type ConversationWrite, type Member, nothingWritten } from './store.ts'
import { ownThreads } from './threads.ts'

/** Each contact that moves is six writes at most, and a transaction holds a hundred. */
export const mostMoved = 14
/** A conversation of more contacts than this is made anew from the newest of them. */
export const mostRead = 300

export type Content = { entry: ContactEntry; arrival: Absorbed }

/** Contacts as conversations read them. */
export async function readContents(deps: ConversationDeps, members: Member[]): Promise<Content[]> {
  const wanted = members.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } }))
  const entries = await deps.timeline.readContacts(wanted)
  return Promise.all(entries.map(async entry => ({ entry, arrival: await arrivalOf(deps, entry) })))
}

/** A conversation and what it holds. */
export type Holding = { conversation: Conversation; contents: Content[] }

export type Moved = { write: ConversationWrite; from: Conversation; to: Conversation }

/**
 * Takes contacts, `mostMoved` at most, out of a conversation into another, both made anew of what they hold then. Without
 * `into` it is a new one, `splitFrom` the old one, with the same status, team, assignee and tags. At least one contact
 * stays.
 */
export async function moveOut(
  deps: ConversationDeps,
  was: Holding,
  leaving: Content[],
  into?: Holding,
): Promise<Moved> {
  const terms = await deps.terms(was.conversation)
  const gone = new Set(leaving.map(({ entry }) => entry.entryId))
  const staying = was.contents.filter(({ entry }) => !gone.has(entry.entryId))
  if (leaving.length === 0 || staying.length === 0) throw new Error('moving contacts leaves some on both sides')
  const left = { ...rebuilt(was.conversation, arrivals(staying), terms), version: was.conversation.version + 1 }
  const came = into
    ? {
        ...rebuilt(into.conversation, arrivals([...into.contents, ...leaving]), terms),
        version: into.conversation.version + 1,
      }
    : rebuilt(newOne(was.conversation, leaving, deps.now(), terms), arrivals(leaving), terms)
  const { from, to } = movedCallback(left, came, { leaving: streamsOf(leaving), staying: streamsOf(staying) })
  const conversations = [
    { next: from, was: was.conversation },
    { next: to, was: into?.conversation },
  ]
  const moves = movesOf(leaving, was.conversation.id, to.id)
  const threads = [...moves.threads, ...callbackThreads(to)]
  return { write: { ...nothingWritten, conversations, ...moves, threads }, from, to }
}

const streamsOf = (contents: Content[]): string[] => contents.map(({ entry }) => entry.place.stream)

const arrivals = (contents: Content[]): Absorbed[] => contents.map(({ arrival }) => arrival)

/** A call to the number leads to where it is to be made. */
const callbackThreads = ({ id, callback }: Conversation): ConversationWrite['threads'] =>
  callback === undefined ? [] : [{ stream: callbackStream(callback), thread: callbackThread, conversation: id }]

const movesOf = (
  leaving: Content[],
  left: string,
  conversation: string,
): Pick<ConversationWrite, 'labels' | 'threads'> => ({
  labels: leaving.map(({ entry }) => ({ entry, conversation, left: entry.conversation ?? left })),
  threads: leaving.flatMap(({ entry, arrival }) =>
    ownThreads(arrival.contact).map(thread => ({ stream: entry.place.stream, thread, conversation })),
  ),
})

function newOne(was: Conversation, leaving: Content[], now: string, terms: ClockTerms): Conversation {
  const first = [...leaving].sort((a, b) => (a.arrival.at < b.arrival.at ? -1 : 1))[0]
  if (first === undefined) throw new Error('a conversation without contacts')
  const { status, since, priority, tags, assignee, snoozedUntil, waitingFor } = was
  return {
    ...opened(first.arrival, first.entry.place.stream, now, terms, was.team),
    ...{ id: conversationId(`${first.entry.entryId} ${was.id} ${was.version}`), splitFrom: was.id },
    ...{ status, since, priority, tags },
    ...(assignee !== undefined && { assignee }),
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    ...(waitingFor !== undefined && { waitingFor }),
  }
}
