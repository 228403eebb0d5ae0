import type { CustomerFacts } from '../../core/api/customer.ts'
import { Problem } from '../../core/api/problem.ts'
import { type Actor, actorName } from '../../core/api/role.ts'
import type { CustomerRecord } from '../../core/identity/customer-record.ts'
import type { Link } from '../../core/identity/link.ts'
import { streamIdentifier } from '../../core/identity/member.ts'
import { readCustomer } from '../../core/identity/read-customer.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import type { ApiDependencies } from './api-dependencies.ts'

/** Entries from which the departments in touch are known. */
const newestEntries = 25

/** The customer that an id leads to. Throws `Problem` when there is none. */
export async function requireCustomer(deps: ApiDependencies, id: string): Promise<CustomerRecord> {
  const { store } = await deps.identity()
  const record = await readCustomer(store, id)
  if (record === undefined) throw new Problem('not-found', 'No customer has or had this id.')
  return record
}

/** What a customer is shown from. Its identity is read consistently, its newest entries eventually. */
export async function readFacts(deps: ApiDependencies, record: CustomerRecord): Promise<CustomerFacts> {
  const { store } = await deps.identity()
  const streams = record.members.map(({ stream }) => stream)
  const identifiers = streams.map(streamIdentifier)
  const [pointers, edges, page, conversations, consents] = await Promise.all([
    store.readPointers(identifiers),
    store.readEdges(streams),
    readTimeline(deps.timeline, record.members, { limit: newestEntries }),
    openConversations(deps, streams),
    deps.consent.read(identifiers),
  ])
  const links = eachOnce(edges.flatMap(found => found.links))
  return { record, pointers, links, newest: page.items, conversations, consents }
}

/** What the streams of a customer remember as their newest matters. Two round trips. */
async function openConversations({ conversations: { store } }: ApiDependencies, streams: string[]) {
  const { matters } = await store.readMatters(streams, [])
  return store.read([...matters.values()].flatMap(({ open }) => open))
}

const eachOnce = (links: Link[]): Link[] => [...new Map(links.map(link => [link.id, link])).values()]

export type Read =
  | 'search'
  | 'customer'
  | 'timeline'
  | 'brief'
  | 'conversation'
  | 'original'
  | 'identity-log'
  | 'audit'
  | 'consent'

/**
 * Notes that somebody read something of customers. To be awaited before the answer leaves: what cannot be audited is
 * not shown.
 */
export async function auditRead(
  deps: ApiDependencies,
  actor: Actor,
  read: Read,
  customers: readonly string[],
  detail: Record<string, string | undefined> = {},
): Promise<void> {
  const given = Object.entries(detail).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value.slice(0, 512)]],
  )
  const about = given.length > 0 ? { detail: Object.fromEntries(given) } : {}
  const at = deps.now()
  await deps.audit.send(
    customers.map(customer => ({
      v: 1,
      id: deps.newId(),
      customer,
      at,
      actor: actorName(actor),
      action: `${read}.read`,
      ...about,
    })),
  )
}
