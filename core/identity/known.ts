import type { Contact } from '../contact/contact.ts'
import { homeIdentifier, maxParticipants } from '../contact/home.ts'
import { type Identifier, identifierName } from '../contact/identifier.ts'
import type { Pointer } from './customer-record.ts'
import { proposeLinks } from './evidence.ts'
import { identifierClass } from './identifier-class.ts'
import type { IdentityIds } from './ids.ts'
import { coversEvidence, type Link } from './link.ts'
import type { IdentityStore } from './store.ts'

/** What a contact concerns, and what of it the table already knew when it was last asked. */
export type Known = {
  /** Home first, then the other participants; never the company itself. */
  parties: Identifier[]
  pointers: Map<string, Pointer>
  /** Evidence that is not recorded yet, or not as strongly. */
  missingLinks: Link[]
}

export type KnownContext = { store: IdentityStore; ids: IdentityIds; at: string; own: readonly Identifier[] }

/**
 * Reads, in one round trip, what a contact needs: the pointer of each party and the very links its evidence would make.
 * Eventually consistent: what it misses, `identify` looks at again before it writes.
 */
export async function readKnown(contact: Contact, { store, ids, at, own }: KnownContext): Promise<Known> {
  const parties = partiesOf(contact, own)
  const proposed = proposeLinks(contact, { ids, at, own })
  const found = await store.readKnown(parties, proposed)
  const links = new Map(found.links.map(link => [link.id, link]))
  return {
    parties,
    pointers: new Map(found.pointers.map(pointer => [identifierName(pointer.identifier), pointer])),
    missingLinks: proposed.filter(link => !coversEvidence(links.get(link.id), link)),
  }
}

/** Whose customers a contact needs: the one whose stream it lies on, and those who take part. */
function partiesOf(contact: Contact, own: readonly Identifier[]): Identifier[] {
  const parties = [homeIdentifier(contact), ...contact.to.map(({ identifier }) => identifier)]
  const byName = new Map(parties.map(party => [identifierName(party), party]))
  return [...byName.values()].filter(party => identifierClass(party, own) !== 'own').slice(0, maxParticipants + 1)
}
