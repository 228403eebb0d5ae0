import { parseObjectName } from '../raw/object-name.ts'
import { canonical } from './canonical.ts'
import type { Contact, RawRef } from './contact.ts'
import { sortAt } from './sort-at.ts'

/**
 * All that is known of one contact. `joinStates` is commutative, associative and idempotent, so every delivery order,
 * with repeats, ends in the same state: parts are last-writer-wins registers by revision, times are minima, and a
 * deletion stays. `parts` are sorted by part name and never empty.
 */
export type ContactState = { sortAt: string; parts: Contact[]; deletedAt?: string }

export const stateOf = (contact: Contact): ContactState => ({ sortAt: sortAt(contact), parts: [contact] })

export function joinStates(a: ContactState, b: ContactState): ContactState {
  const deletedAt = earliest(a.deletedAt, b.deletedAt)
  const byPart = new Map<string, Contact>()
  for (const part of [...a.parts, ...b.parts]) {
    const known = byPart.get(part.part ?? '')
    byPart.set(part.part ?? '', known ? joinPart(known, part) : part)
  }
  const parts = [...byPart.values()].sort((x, y) => order(x.part ?? '', y.part ?? ''))
  const joined = { sortAt: a.sortAt < b.sortAt ? a.sortAt : b.sortAt, parts }
  return deletedAt === undefined ? joined : deleteState(joined, deletedAt)
}

/** Takes everything the person said out of the state, and remembers when it was deleted. */
export function deleteState(state: ContactState, deletedAt: string): ContactState {
  const first = earliest(state.deletedAt, deletedAt) ?? deletedAt
  return { sortAt: state.sortAt, parts: state.parts.map(scrub), deletedAt: first }
}

export const sameState = (a: ContactState, b: ContactState): boolean => canonical(a) === canonical(b)

/**
 * The later revision wins; its first receipt is the earliest delivery of the part. Of deliveries that say the same, the
 * first payload is kept; of those that would be the same once deleted, the first is kept beside it, for then.
 */
function joinPart(a: Contact, b: Contact): Contact {
  const winner = rank(a) >= rank(b) ? a : b
  const { firstRef: _firstRef, ...said } = winner
  const receivedAt = a.receivedAt <= b.receivedAt ? a.receivedAt : b.receivedAt
  const rawRef = content(a) === content(b) ? earlierRef(a.rawRef, b.rawRef) : winner.rawRef
  const firstRef = bones(a) === bones(b) ? earlierRef(firstOf(a), firstOf(b)) : firstOf(winner)
  const joined = { ...said, receivedAt, rawRef }
  return refText(firstRef) === refText(rawRef) ? joined : { ...joined, firstRef }
}

/** Text order of this is the order of revisions. What a deletion leaves comes first, so deleting never changes the winner. */
const rank = (part: Contact): string => `${bones(part)} ${content(part)}`

/** What a deletion leaves of a part, in the order of revisions. */
const bones = (part: Contact): string => `${String(part.revision).padStart(16, '0')} ${content(scrub(part))}`

/** What the provider said, without the circumstances of this delivery. */
const content = ({ receivedAt: _receivedAt, rawRef: _rawRef, firstRef: _firstRef, ...said }: Contact): string =>
  canonical(said)

/** By the time in the name of the payload; one without comes last. The part's own first receipt may be another payload's. */
const earlierRef = (a: RawRef, b: RawRef): RawRef => (timeText(a) <= timeText(b) ? a : b)
const timeText = (ref: RawRef): string => `${timeOf(ref) ?? '~'} ${refText(ref)}`
function timeOf({ object }: RawRef): string | undefined {
  const name = parseObjectName(object)
  return name?.holds === 'payload' ? name.receivedAt : undefined
}
const refText = (ref: RawRef): string => canonical(ref)
const firstOf = ({ rawRef, firstRef = rawRef }: Contact): RawRef => firstRef

function scrub(part: Contact): Contact {
  const { subject: _subject, firstRef: _firstRef, ...kept } = part
  return { ...kept, text: '', attachments: [], evidence: [], rawRef: firstOf(part) }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const earliest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a
