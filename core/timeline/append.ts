import type { Contact } from '../contact/contact.ts'
import { type ContactState, deleteState, joinStates, sameState, stateOf } from '../contact/contact-state.ts'
import { homeIdentifier, refStreams } from '../contact/home.ts'
import { streamName } from '../contact/stream.ts'
import { viewContact } from '../contact/view.ts'
import { RetryLater } from '../record/outcome.ts'
import { type ContactEntry, samePlace } from './entry.ts'
import type { Located, Settled, TimelineStore } from './timeline-store.ts'

/** `added`: this delivery is (part of) what the timeline shows. `already there`: it held nothing new. */
export type Appended = 'added' | 'already there'

const maxRaces = 20

/** Answers beyond these do not follow when what they answer moves. */
const maxAnswers = 100

/**
 * Puts a contact on its home stream, once, however often and in whatever order its deliveries come. The first delivery
 * costs two round trips: claim its id, put its entry. A crash between them is healed by the redelivery, which finds the
 * claim and puts the same key. Later deliveries are joined into the entry; one that changes its stream or its time
 * moves entry, refs and claim in one transaction.
 */
export async function append(store: TimelineStore, contact: Contact): Promise<Appended> {
  const arrived = stateOf(contact)
  const settled = await settle(store, arrived)
  const located = await store.claim(contact.id, settled.place)
  if (located === undefined) {
    const [first] = await Promise.all([
      store.writeContact(contact.id, settled, undefined),
      store.writeRefs(contact.id, settled),
    ])
    if (first && !answersSomething(contact)) return 'added'
  }
  return join(store, contact.id, arrived)
}

/** Joins a state into what is stored, until no other writer interferes; then brings the answers to it home. */
async function join(store: TimelineStore, contactId: string, arrived: ContactState): Promise<Appended> {
  for (let race = 0; race < maxRaces; race++) {
    const located = await store.locate(contactId)
    if (located === undefined) throw new RetryLater('the claim of a contact disappeared while it was appended')
    const joined = await tryJoin(store, contactId, arrived, located)
    if (joined === undefined) continue
    await bringHome(store, located)
    return joined
  }
  throw new RetryLater('other deliveries of the same contact kept interfering')
}

/** Undefined when another writer was faster, or when it only mended what a crash had left: then look again. */
async function tryJoin(
  store: TimelineStore,
  contactId: string,
  arrived: ContactState,
  located: Located,
): Promise<Appended | undefined> {
  const entry = located.place && (await store.readContact(contactId, located.place))
  const known = entry ? joinStates(entry.state, arrived) : arrived
  const state = located.deletedAt === undefined ? known : deleteState(known, located.deletedAt)
  if (located.place && !entry) {
    await store.writeContact(contactId, { place: located.place, state, refs: [] }, undefined)
    return undefined
  }
  const label = entry?.conversation
  const to = { ...(await settle(store, state)), ...(label !== undefined && { conversation: label }) }
  if (!(await write(store, contactId, located, entry, to))) return undefined
  await store.writeRefs(contactId, to)
  return contributed(state, arrived)
}

async function write(
  store: TimelineStore,
  contactId: string,
  located: Located,
  entry: ContactEntry | undefined,
  to: Settled,
): Promise<boolean> {
  if (entry === undefined || movesFrom(entry, to)) return store.move(contactId, located, entry, to)
  return sameState(entry.state, to.state) || store.writeContact(contactId, to, entry.version)
}

/** An answer looks again after it is written: what it answers may have arrived in between, and not seen it. */
const answersSomething = (contact: Contact): boolean =>
  contact.direction === 'outbound' && contact.answers !== undefined

/** Answers that came before what they answer move to its stream. */
async function bringHome(store: TimelineStore, located: Located): Promise<void> {
  for (const answer of located.answers) {
    const where = await store.locate(answer)
    const entry = where?.place && (await store.readContact(answer, where.place))
    if (entry) await join(store, answer, entry.state)
  }
}

/** Where a state belongs. An answer lies on the stream of what it answers, wherever that moves. */
async function settle(store: TimelineStore, state: ContactState): Promise<Settled> {
  const contact = viewContact(state)
  const stream = (await answeredStream(store, contact)) ?? streamName(homeIdentifier(contact))
  return { place: { stream, sortAt: state.sortAt }, state, refs: refStreams(contact, stream) }
}

/** The answer leaves word first and looks second, so one of the two sees the other, whichever comes first. */
async function answeredStream(store: TimelineStore, contact: Contact): Promise<string | undefined> {
  if (contact.direction === 'inbound' || contact.answers === undefined) return undefined
  for (let race = 0; race < maxRaces; race++) {
    const question = await store.locate(contact.answers)
    const answers = question?.answers ?? []
    const known = answers.includes(contact.id) || answers.length >= maxAnswers
    const next = { ...question, answers: [...answers, contact.id] }
    if (known || (await store.mark(contact.answers, next, question))) return question?.place?.stream
  }
  throw new RetryLater('other answers to the same contact kept interfering')
}

/** Another place, or other people on whose streams it is referred to. */
function movesFrom(entry: ContactEntry, to: Settled): boolean {
  const refs = refStreams(viewContact(entry.state), entry.place.stream)
  return !samePlace(entry.place, to.place) || refs.sort().join(' ') !== [...to.refs].sort().join(' ')
}

/** Whether what arrived is part of what is stored: true again for its redelivery, false for another copy of it. */
function contributed(state: ContactState, arrived: ContactState): Appended {
  const refs = new Set(state.parts.map(part => refText(part)))
  return arrived.parts.some(part => refs.has(refText(part))) ? 'added' : 'already there'
}

const refText = ({ rawRef }: Contact): string => `${rawRef.object} ${rawRef.offset}`
