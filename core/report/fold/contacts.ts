import type { Atom } from '../cells.ts'
import type { Dims } from '../dimension.ts'
import type { ContactFact } from '../facts.ts'
import { bucketOf } from '../histogram.ts'
import { atomAt, between, contactDims, type Folding, isRecent, type Matter } from './folding.ts'

/** Every contact: volume, calls, how it sounds, whether the customer comes again with the same matter. */
export function foldContacts(folding: Folding): Atom[] {
  const before = new Map(folding.matters.flatMap(repeatedIn))
  return folding.facts.contacts.map(contact => {
    const earlier = folding.facts.nobody ? undefined : before.get(contact.id)
    return contactAtom(folding, contact, earlier)
  })
}

/** Of each contact that repeats one of the same matter, that one, within thirty days. */
function repeatedIn({ contacts }: Matter): [string, ContactFact][] {
  return contacts.flatMap((contact): [string, ContactFact][] => {
    const earlier = contacts.find(({ id }) => id === contact.repeats)
    return earlier && isRecent(earlier.at, contact.at) ? [[contact.id, earlier]] : []
  })
}

function contactAtom(folding: Folding, contact: ContactFact, earlier: ContactFact | undefined): Atom {
  const { direction, call, sentiment, at } = contact
  const theirs = direction === 'inbound'
  const seconds = call?.answered ? call.handleSeconds : undefined
  const dims = { ...contactDims(folding, contact), ...switchOf(contact, earlier) }
  const counts = {
    [direction]: 1,
    ...(call && { calls: 1 }),
    ...(seconds !== undefined && { answeredCalls: 1, handled: 1, handleSeconds: Math.round(seconds) }),
    ...(theirs && sentiment && { [sentiment]: 1 }),
    ...(theirs && dims.visit === 'first' && { firstVisits: 1 }),
    ...(earlier && repeatsOf(between(earlier.at, at))),
    ...(earlier && earlier.channel !== contact.channel && { switches: 1 }),
  }
  const buckets = {
    ...(seconds !== undefined && { handle: bucketOf(seconds) }),
    ...(theirs && { load: Number(at.slice(11, 13)) }),
  }
  const atom = atomAt(folding, at, dims, counts, buckets)
  return theirs && !folding.facts.nobody ? { ...atom, who: true } : atom
}

const dayMs = 86_400_000

const repeatsOf = (ms: number): Atom['counts'] => ({
  ...(ms <= 7 * dayMs && { repeats7: 1 }),
  ...(ms <= 15 * dayMs && { repeats15: 1 }),
  repeats30: 1,
})

/** From which channel to which, where they changed it. */
const switchOf = ({ channel }: ContactFact, earlier: ContactFact | undefined): Dims =>
  earlier === undefined || earlier.channel === channel ? {} : { 'from×to': `${earlier.channel}|${channel}` }
