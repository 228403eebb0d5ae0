import type { Contact } from '../contact/contact.ts'
import { type ContactState, deleteState, joinStates, sameState, stateOf } from '../contact/contact-state.ts'
import { homeIdentifier, refStreams } from '../contact/home.ts'
import { streamName } from '../contact/stream.ts'
import { viewContact } from '../contact/view.ts'
import { RetryLater } from '../record/outcome.ts'
import type { Place } from './entry.ts'
import type { Located, Settled, TimelineStore } from './timeline-store.ts'

/** `added`: this delivery is (part of) what the timeline shows. `already there`: it held nothing new. */
export type Appended = 'added' | 'already there'

const maxRaces = 20

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

async function tryJoin(
  store: TimelineStore,
  contactId: string,
  arrived: ContactState,
  located: Located,
): Promise<Appended | undefined> {
  const entry = located.place && (await store.readContact(contactId, located.place))
  const known = entry ? joinStates(entry.state, arrived) : arrived
  const state = located.deletedAt === undefined ? known : deleteState(known, located.deletedAt)
  const to = await settle(store, state)
  const stays = located.place !== undefined && samePlace(located.place, to.place)
  if (entry && stays && sameState(entry.state, state)) {
    await store.writeRefs(contactId, to)
    return contributed(state, arrived)
  }
  const written = stays
    ? await store.writeContact(contactId, to, entry?.version)
    : await store.move(contactId, located, entry, to)
  if (!written) return undefined
  await store.writeRefs(contactId, to)
  return contributed(state, arrived)
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

/** Where a state belongs. An answer lies on the stream it answers; one whose question has not arrived leaves word there. */
async function settle(store: TimelineStore, state: ContactState): Promise<Settled> {
  const contact = viewContact(state)
  const stream = (await answeredStream(store, contact)) ?? streamName(homeIdentifier(contact))
  return { place: { stream, sortAt: state.sortAt }, state, refs: refStreams(contact, stream) }
}

async function answeredStream(store: TimelineStore, contact: Contact): Promise<string | undefined> {
  if (contact.direction === 'inbound' || contact.answers === undefined) return undefined
  for (let race = 0; race < maxRaces; race++) {
    const question = await store.locate(contact.answers)
    if (question?.place) return question.place.stream
    if (question?.answers.includes(contact.id)) return undefined
    const answers = [...(question?.answers ?? []), contact.id]
    if (await store.mark(contact.answers, { ...question, answers }, question)) return undefined
  }
  throw new RetryLater('other answers to the same contact kept interfering')
}

const samePlace = (a: Place, b: Place): boolean => a.stream === b.stream && a.sortAt === b.sortAt

/** Whether what arrived is part of what is stored: true again for its redelivery, false for another copy of it. */
function contributed(state: ContactState, arrived: ContactState): Appended {
  const refs = new Set(state.parts.map(part => refText(part)))
  return arrived.parts.some(part => refs.has(refText(part))) ? 'added' : 'already there'
}

const refText = ({ rawRef }: Contact): string => `${rawRef.object} ${rawRef.offset}`
