import { streamName } from '../contact/stream.ts'
import type { CustomerRecord, LogEntry, Pointer } from './customer-record.ts'
import { type IdentifierClass, identifierClass } from './identifier-class.ts'
import type { IdentityIds } from './ids.ts'
import { type CannotLink, isActive, type Link } from './link.ts'
import { streamIdentifier } from './member.ts'
import { type Partition, partition } from './partition.ts'

/** All that is stored of identity. `copies` are edges as found under one end: each should be there twice, alike. */
export type Dump = {
  pointers: Pointer[]
  records: CustomerRecord[]
  copies: { under: string; edge: Link | CannotLink }[]
  log: LogEntry[]
}

/** What is broken, and where, by ids only: nothing here names a person. */
export type Violation = { rule: string; at: string }

/** Checks every invariant of identity over the whole stored state; empty means that all hold. */
export function findViolations(dump: Dump, ids: IdentityIds): Violation[] {
  const world = readWorld(dump, ids)
  return [
    ...pointersAgree(world),
    ...copiesAgree(dump, ids),
    ...membersAreCanonical(world),
    ...redirectsAreOneHop(world, ids),
    ...logFolds(dump),
    ...cannotLinksHold(world),
  ]
}

type World = {
  pointers: Map<string, Pointer>
  records: Map<string, CustomerRecord>
  cannotLinks: CannotLink[]
  expected: Partition
}

function readWorld({ pointers, records, copies }: Dump, ids: IdentityIds): World {
  const byStream = new Map(pointers.flatMap(pointer => streamsOf(pointer).map(stream => [stream, pointer] as const)))
  const edges = [...new Map(copies.map(({ edge }) => [edge.id, edge])).values()]
  const links = edges.flatMap(edge => ('rule' in edge ? [edge] : []))
  const cannotLinks = edges.flatMap(edge => ('rule' in edge ? [] : [edge]))
  const ends = edges.flatMap(({ a, b }) => [a, b])
  const streams = new Set([...byStream.keys(), ...ends])
  const classes = new Map<string, IdentifierClass>()
  for (const stream of streams) classes.set(stream, identifierClass(streamIdentifier(stream)))
  const expected = partition({ streams, links, cannotLinks, classes }, ids)
  return { pointers: byStream, records: new Map(records.map(record => [record.id, record])), cannotLinks, expected }
}

const streamsOf = ({ identifier, epochs }: Pointer): string[] =>
  epochs.map(({ epoch }) => streamName(identifier, epoch))

function pointersAgree({ pointers, records, expected }: World): Violation[] {
  const dangling = [...pointers].filter(
    ([stream, { customer }]) => !records.get(customer)?.members.some(member => member.stream === stream),
  )
  const unpointed = [...records.values()].filter(({ id, members }) =>
    members.some(({ stream }) => pointers.get(stream)?.customer !== id),
  )
  const misclassed = [...pointers].filter(([stream, pointer]) => pointer.class !== expectedClass(stream, expected))
  return [
    ...dangling.map(([, { customer }]) => ({ rule: 'a pointer leads to a customer without its stream', at: customer })),
    ...unpointed.map(({ id }) => ({ rule: 'a member has no pointer to its customer', at: id })),
    ...misclassed.map(([, { customer }]) => ({ rule: 'a pointer has another class than its links say', at: customer })),
  ]
}

function expectedClass(stream: string, { shared }: Partition): Pointer['class'] {
  const named = identifierClass(streamIdentifier(stream))
  if (named === 'personal') return shared.has(stream) ? 'shared' : 'personal'
  return named === 'shared' ? 'shared' : 'blocked'
}

function copiesAgree({ copies }: Dump, ids: IdentityIds): Violation[] {
  const byId = new Map<string, { under: string; edge: Link | CannotLink }[]>()
  for (const copy of copies) byId.set(copy.edge.id, [...(byId.get(copy.edge.id) ?? []), copy])
  return [...byId]
    .filter(([, [first, second, ...more]]) => {
      if (first === undefined || second === undefined || more.length > 0) return true
      const places = [first.under, second.under].sort().join()
      const ends = [first.edge.a, first.edge.b].map(ids.customer).sort().join()
      return places !== ends || JSON.stringify(first.edge) !== JSON.stringify(second.edge)
    })
    .map(([id]) => ({ rule: 'an edge is not there twice, alike, under its ends', at: id }))
}

function membersAreCanonical({ records, expected }: World): Violation[] {
  const living = [...records.values()].filter(({ members }) => members.length > 0)
  const known = new Set(expected.customers.map(({ id }) => id))
  const wrong = expected.customers.filter(
    ({ id, members }) => JSON.stringify(records.get(id)?.members) !== JSON.stringify(members),
  )
  return [
    ...wrong.map(({ id }) => ({ rule: 'members are not what the links say', at: id })),
    ...living.filter(({ id }) => !known.has(id)).map(({ id }) => ({ rule: 'a customer that no links make', at: id })),
  ]
}

function redirectsAreOneHop({ records, expected }: World, ids: IdentityIds): Violation[] {
  const homes = new Map(
    expected.customers.flatMap(({ id, members }) => members.map(({ stream }) => [ids.customer(stream), id] as const)),
  )
  return [...records.values()]
    .filter(({ id, members, redirect }) =>
      members.length > 0 ? redirect !== undefined : redirect === undefined || homes.get(id) !== redirect,
    )
    .map(({ id }) => ({ rule: 'a redirect does not lead to the customer that holds the stream', at: id }))
}

/** Entries count from 1 without gaps up to the version, each begins where the last ended, and the last is the state. */
function logFolds({ records, log }: Dump): Violation[] {
  const byCustomer = new Map<string, LogEntry[]>()
  for (const entry of log) byCustomer.set(entry.customer, [...(byCustomer.get(entry.customer) ?? []), entry])
  const known = new Set(records.map(({ id }) => id))
  const stray = [...byCustomer.keys()].filter(customer => !known.has(customer))
  const broken = records.filter(record => !folds(record, byCustomer.get(record.id) ?? []))
  return [
    ...broken.map(({ id }) => ({ rule: 'the log does not add up to the state', at: id })),
    ...stray.map(at => ({ rule: 'a log of no customer', at })),
  ]
}

function folds(record: CustomerRecord, entries: LogEntry[]): boolean {
  const ordered = entries.toSorted((x, y) => x.seq - y.seq)
  let state: string | undefined
  for (const [position, { seq, before, after }] of ordered.entries()) {
    if (seq !== position + 1 || (before && stateText(before)) !== state) return false
    state = stateText(after)
  }
  return ordered.length === record.version && state === stateText(record)
}

const stateText = ({ members, redirect }: LogEntry['after']): string =>
  JSON.stringify([members.map(({ stream, asserted }) => [stream, asserted]), redirect ?? null])

function cannotLinksHold({ pointers, cannotLinks }: World): Violation[] {
  return cannotLinks
    .filter(isActive)
    .filter(({ a, b }) => {
      const customer = pointers.get(a)?.customer
      return customer !== undefined && customer === pointers.get(b)?.customer
    })
    .map(({ id }) => ({ rule: 'two people share a customer', at: id }))
}
