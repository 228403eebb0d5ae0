import type { Contact } from '../../core/contact/contact.ts'
import { streamName } from '../../core/contact/stream.ts'
import { proposeLinks } from '../../core/identity/evidence.ts'
import type { Dump } from '../../core/identity/invariants.ts'
import { joinEvidence, type Link } from '../../core/identity/link.ts'
import { partition } from '../../core/identity/partition.ts'
import { now } from './receive.ts'
import type { Registry } from './registry.ts'
import { ids } from './world.ts'

/** Every living customer with its members, in order of their ids. */
export const livingCustomers = ({ records }: Dump) =>
  records
    .filter(({ members }) => members.length > 0)
    .map(({ id, members }) => ({ id, members }))
    .sort((p, q) => (p.id < q.id ? -1 : 1))

/** Who is who: every living customer, every pointer. */
export async function whoIsWho(identity: Registry) {
  const dump = await identity.dump()
  const pointers = dump.pointers.map(({ identifier, customer, class: seen }) => [
    streamName(identifier),
    customer,
    seen,
  ])
  return { customers: livingCustomers(dump), pointers: pointers.sort() }
}

/**
 * What contacts say, without any store: the links they propose, joined, and the partition of those. `decide` may
 * change the links.
 */
export function canonicalCustomers(contacts: Contact[], decide = (_links: Map<string, Link>): void => undefined) {
  const links = new Map<string, Link>()
  for (const found of contacts.flatMap(contact => proposeLinks(contact, { ids, at: now, own: [] }))) {
    links.set(found.id, joinEvidence(links.get(found.id), found))
  }
  decide(links)
  const parties = contacts.flatMap(({ from, to }) => [from, ...to].map(({ identifier }) => identifier))
  const streams = new Set([
    ...parties.map(party => streamName(party)),
    ...[...links.values()].flatMap(({ a, b }) => [a, b]),
  ])
  return partition({ streams, links: [...links.values()], cannotLinks: [], classes: new Map() }, ids).customers
}
