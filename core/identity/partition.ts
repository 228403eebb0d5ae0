import { Groups, type RefusalReason } from './groups.ts'
import type { IdentifierClass } from './identifier-class.ts'
import type { IdentityIds } from './ids.ts'
import { type CannotLink, isActive, type Link, linkOrder } from './link.ts'
import { type Member, memberRank, streamIdentifier } from './member.ts'
import { sharedStreams } from './shared.ts'

export type PartitionInput = {
  streams: Iterable<string>
  links: readonly Link[]
  cannotLinks: readonly CannotLink[]
  /** What is known of a stream besides its links; absent means personal. */
  classes: ReadonlyMap<string, IdentifierClass>
}

/** Members in canonical order: the first is the head, which gives the id. */
export type Customer = { id: string; members: Member[] }
export type Refusal = { linkId: string; reason: RefusalReason }
export type Partition = { customers: Customer[]; refused: Refusal[]; shared: Set<string> }

/**
 * The customers that a set of links makes of a set of streams. A pure function of the set: the order in which links
 * arrived does not enter, and neither do revoked links. Links are considered one by one in `linkOrder` and join their
 * ends unless an end is blocked or shared, a cannot-link stands between them, or a limit would be exceeded; what is
 * refused says why. Streams that no links connect do not influence each other, so the partition of a closed part is
 * the part of the partition.
 */
export function partition(input: PartitionInput, ids: Pick<IdentityIds, 'customer'>): Partition {
  const active = input.links.filter(isActive).sort(linkOrder)
  const shared = sharedStreams(active)
  const groups = new Groups(input.streams, input.cannotLinks)
  const refused: Refusal[] = []
  const accepted: Link[] = []
  for (const link of active) {
    const reason = uncrossable(link, input.classes, shared) ?? groups.union(link.a, link.b)
    if (reason === undefined) accepted.push(link)
    else refused.push({ linkId: link.id, reason })
  }
  const proven = new Groups(input.streams)
  for (const { a, b } of accepted.filter(({ asserted }) => !asserted)) proven.union(a, b)
  const customers = groups.all().map(({ streams }) => toCustomer(streams, proven, ids))
  return { customers: customers.sort((x, y) => (x.id < y.id ? -1 : 1)), refused, shared }
}

/** Why a link is not even considered. */
export function uncrossable(
  link: Link,
  classes: ReadonlyMap<string, IdentifierClass>,
  shared: ReadonlySet<string>,
): RefusalReason | undefined {
  const ends = [link.a, link.b]
  if (ends.some(end => classes.get(end) === 'blocked' || classes.get(end) === 'own')) return 'blocked'
  if (link.asserted && ends.some(end => classes.get(end) === 'shared' || shared.has(end))) return 'shared'
  return undefined
}

function toCustomer(streams: string[], proven: Groups, ids: Pick<IdentityIds, 'customer'>): Customer {
  const ranked = streams.map(stream => ({
    stream,
    rank: memberRank(streamIdentifier(stream).type),
    birth: ids.customer(stream),
  }))
  ranked.sort((x, y) => x.rank - y.rank || (x.birth < y.birth ? -1 : 1))
  const [head] = ranked
  if (head === undefined) throw new Error('a customer without streams')
  const provenToHead = proven.of(head.stream)
  const members = ranked.map(({ stream }) => ({ stream, asserted: proven.of(stream) !== provenToHead }))
  return { id: head.birth, members }
}
