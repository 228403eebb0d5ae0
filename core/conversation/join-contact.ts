import type { Priority } from '../clock/policy.ts'
import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import { topicPriority } from '../people/topic-priority.ts'
import { RetryLater } from '../record/outcome.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import { type Absorbed, absorb, type Happening } from './absorb.ts'
import { type Conversation, isUnresolved } from './conversation.ts'
import { type ConversationDeps, itself } from './deps.ts'
import { eventsOf } from './events.ts'
import { decideJoin, standsApart } from './join.ts'
import { type Matters, withMatter } from './matters.ts'
import { opened } from './open.ts'
import { type Repetition, repeatedIn, statementsOf, withStatements } from './repeated.ts'
import { type ConversationWrite, nothingWritten } from './store.ts'
import { followedThreads, ownThreads } from './threads.ts'

const maxRaces = 30

/** The streams of the customer whose contact it is, its own among them; asked only where they decide something. */
export type CustomerStreams = () => Promise<string[]>

export type Joined = 'joined' | 'opened' | 'updated' | 'left alone'

/**
 * Brings a contact into the conversation it belongs to, once, however often it is told: its label says where it is. Of
 * contacts that race to open a matter, one does and the others join it: each write holds the versions of all that it was
 * decided by. A contact that is labelled already tells its conversation what became of it. `read` is its entry as it was
 * just read.
 */
export async function joinContact(
  deps: ConversationDeps,
  read: ContactEntry,
  askStreams: CustomerStreams,
): Promise<Joined> {
  let streams: string[] | undefined
  let entry: ContactEntry | undefined = read
  for (let race = 0; race < maxRaces; race++) {
    await deps.pause(race)
    if (race > 0) entry = await deps.timeline.readContact(read.entryId, read.place)
    if (entry === undefined || isLeftAlone(entry)) return 'left alone'
    const { conversation: label } = entry
    if (label === undefined) streams ??= await askStreams()
    const arrival = await arrivalOf(deps, entry)
    const tried =
      label === undefined ? await tryJoin(deps, entry, arrival, streams ?? []) : await tryUpdate(deps, label, arrival)
    if (tried !== undefined) return tried
  }
  throw new RetryLater('other contacts of the same customer kept interfering')
}

const isLeftAlone = ({ state, conversation }: ContactEntry): boolean =>
  state.deletedAt !== undefined || (conversation === undefined && standsApart(viewContact(state)) !== undefined)

/** A contact as its conversation takes it in. */
export async function arrivalOf({ read }: Pick<ConversationDeps, 'read'>, entry: ContactEntry): Promise<Absorbed> {
  const contact = viewContact(entry.state)
  return { contact, at: entry.place.sortAt, signs: await read(contact) }
}

type Context = { matters: Map<string, Matters>; conversations: Conversation[]; threaded: Conversation | undefined }

async function tryJoin(
  deps: ConversationDeps,
  entry: ContactEntry,
  arrival: Absorbed,
  streams: string[],
): Promise<Joined | undefined> {
  const context = await readContext(deps, arrival.contact, streams)
  const { contact, at, signs } = arrival
  const { conversations: matters, threaded } = context
  const decision = decideJoin({ contact, at, signs, matters, threaded })
  if (decision.do === 'nothing') return 'left alone'
  const said = saidAgain(arrival, context)
  const found = decision.do === 'join' ? matters.find(({ id }) => id === decision.id) : undefined
  const write = found
    ? await joining(deps, entry, arrival, context, found, said)
    : await opening(deps, entry, arrival, context, streams, said)
  if (!(await deps.store.commit(write))) return undefined
  return found ? 'joined' : 'opened'
}

/** Two round trips: what the streams know, then the conversations they name. */
async function readContext(
  { store, timeline }: ConversationDeps,
  contact: Contact,
  streams: string[],
): Promise<Context> {
  const [{ matters, threaded }, answered] = await Promise.all([
    store.readMatters(streams, followedThreads(contact)),
    contact.answers === undefined ? undefined : labelOf(timeline, contact.answers),
  ])
  const open = [...matters.values()].flatMap(matter => matter.open)
  const read = await followJoined(store, await store.read([...open, ...threaded, ...(answered ? [answered] : [])]))
  const conversations = read.filter(({ anchor }) => streams.includes(anchor))
  const continues = [answered, ...threaded]
  const found = continues.map(id => conversations.find(one => one.id === id || one.joined.includes(id ?? '')))
  return { matters, conversations, threaded: found.find(one => one !== undefined && one.joinedInto === undefined) }
}

async function labelOf(timeline: ConversationDeps['timeline'], contactId: string): Promise<string | undefined> {
  const located = await timeline.locate(contactId)
  return located?.place && (await timeline.readContact(contactId, located.place))?.conversation
}

/** What was joined into another stands for that one. */
async function followJoined(store: ConversationDeps['store'], read: Conversation[]): Promise<Conversation[]> {
  const known = new Set(read.map(({ id }) => id))
  const missing = read.flatMap(({ joinedInto }) => (joinedInto && !known.has(joinedInto) ? [joinedInto] : []))
  return missing.length === 0 ? read : [...read, ...(await store.read(missing))]
}

type Said = { repetition: Repetition; statements: ReturnType<typeof statementsOf> }

/** What the customer states, and what of it the timeline held before. */
function saidAgain({ contact, at, signs }: Absorbed, { matters }: Context): Said {
  if (contact.direction === 'outbound') return { repetition: [], statements: [] }
  const statements = statementsOf(signs.facts, contact.id, at)
  return { statements, repetition: repeatedIn(statements, [...matters.values()]) }
}

async function joining(
  deps: ConversationDeps,
  entry: ContactEntry,
  arrival: Absorbed,
  { matters }: Context,
  was: Conversation,
  said: Said,
): Promise<ConversationWrite> {
  const absorbed = absorb(was, arrival, await deps.terms(was))
  const { conversation, happenings } = withRepetition(absorbed, said.repetition)
  const next = { ...conversation, version: was.version + 1 }
  const reopened = !isUnresolved(was) && isUnresolved(next) ? next : undefined
  return {
    ...nothingWritten,
    conversations: [{ next, was }],
    labels: [{ entry, conversation: next.id }],
    threads: threadsTo(next.id, entry, arrival.contact),
    matters: mattersAfter(matters, entry.place.stream, said, reopened),
    events: eventsOf(next, happenings, { actor: itself, at: entry.place.sortAt, contact: entry.entryId }),
  }
}

async function opening(
  deps: ConversationDeps,
  entry: ContactEntry,
  arrival: Absorbed,
  { matters }: Context,
  streams: string[],
  said: Said,
): Promise<ConversationWrite> {
  const team = await deps.teamFor(arrival.contact)
  const priority = team && topicPriority(team, arrival.signs.topics)
  const terms = await deps.terms({ priority: priority ?? 'normal', ...(team && { team: team.id }) })
  const { stream } = entry.place
  const first = opened(arrival, stream, deps.now(), terms, team?.id)
  const happened = priorityByTopic(first.priority, arrival.signs.topics)
  const { conversation, happenings } = withRepetition({ conversation: first, happenings: happened }, said.repetition)
  return {
    ...nothingWritten,
    conversations: [{ next: conversation, was: undefined }],
    labels: [{ entry, conversation: conversation.id }],
    threads: threadsTo(conversation.id, entry, arrival.contact),
    matters: mattersAfter(matters, stream, said, conversation),
    unchanged: streams
      .filter(other => other !== stream)
      .map(other => ({ stream: other, version: matters.get(other)?.version })),
    events: eventsOf(conversation, happenings, { actor: itself, at: entry.place.sortAt, contact: entry.entryId }),
  }
}

/** What its topic made of the priority of a matter, for the timeline. */
function priorityByTopic(priority: Priority, topics: string[]): Happening[] {
  if (priority === 'normal') return []
  return [{ change: 'priority', from: 'normal', to: priority, reason: `on ${topics.join(', ')}` }]
}

const threadsTo = (conversation: string, { place }: ContactEntry, contact: Contact) =>
  ownThreads(contact).map(thread => ({ stream: place.stream, thread, conversation }))

/** The stream that a matter is opened on remembers it; a reopened one it remembers too, where it is anchored here. */
function mattersAfter(
  matters: Map<string, Matters>,
  stream: string,
  { statements }: Said,
  matter: Conversation | undefined,
): ConversationWrite['matters'] {
  const here = matters.get(stream)
  const open = here?.open ?? []
  const stated = withStatements(here?.stated ?? [], statements)
  const news = matter !== undefined && matter.anchor === stream
  if (!news && JSON.stringify(stated) === JSON.stringify(here?.stated ?? [])) return []
  return [{ stream, next: { open: news ? withMatter(open, matter.id) : open, stated }, was: here?.version }]
}

function withRepetition(
  { conversation, happenings }: { conversation: Conversation; happenings: Happening[] },
  places: Repetition,
): { conversation: Conversation; happenings: Happening[] } {
  if (places.length === 0) return { conversation, happenings }
  return {
    conversation: { ...conversation, repeats: conversation.repeats + 1 },
    happenings: [...happenings, { change: 'repeated', places }],
  }
}

/** A labelled contact may have changed: an unanswered call was answered, or rang on. */
async function tryUpdate(deps: ConversationDeps, label: string, arrival: Absorbed): Promise<Joined | undefined> {
  const [was] = arrival.contact.direction === 'inbound' ? await deps.store.read([label]) : []
  if (was === undefined) return 'left alone'
  const { conversation, happenings } = absorb(was, arrival, await deps.terms(was), true)
  if (JSON.stringify(conversation) === JSON.stringify(was)) return 'left alone'
  const next = { ...conversation, version: was.version + 1 }
  const events = eventsOf(next, happenings, { actor: itself, at: arrival.at, contact: arrival.contact.id })
  return (await deps.store.commit({ ...nothingWritten, conversations: [{ next, was }], events }))
    ? 'updated'
    : undefined
}
