import { type Change, type Closure, classesOf, edgesOf, pointerOf } from './closure.ts'
import type { CustomerRecord, CustomerState, EdgeChange, LogEntry, Operation, Pointer } from './customer-record.ts'
import { identifierClass } from './identifier-class.ts'
import type { IdentityIds } from './ids.ts'
import { parseStream, streamIdentifier } from './member.ts'
import { type Customer, type Partition, partition } from './partition.ts'
import type { IdentityWrite } from './store.ts'

export type PlanContext = { ids: Pick<IdentityIds, 'customer'>; operation: Operation; at: string }

/** The customers that the streams of a closure form once `changes` are made. */
export function regroup(closure: Closure, changes: readonly Change[], ids: Pick<IdentityIds, 'customer'>): Partition {
  return partition(
    { streams: [...closure.edges.keys()], ...edgesOf(closure, changes), classes: classesOf(closure) },
    ids,
  )
}

/** The customer of each stream. */
export function customersByStream(after: Partition): Map<string, Customer> {
  return new Map(after.customers.flatMap(customer => customer.members.map(({ stream }) => [stream, customer] as const)))
}

/**
 * Ids whose records the decision may rewrite though the walk did not meet them: customers that come to life, and
 * customers named for a stream that now goes elsewhere. A stream without pointer never named anybody.
 */
export function recordsToRead(closure: Closure, after: Partition, ids: Pick<IdentityIds, 'customer'>): string[] {
  const customers = customersByStream(after)
  return movedStreams(closure, after)
    .filter(stream => pointerOf(closure, stream) !== undefined)
    .flatMap(stream => [ids.customer(stream), customers.get(stream)?.id ?? []].flat())
}

/**
 * The whole write of a decision: every record that changes or that a changed edge concerns, with one log entry each;
 * redirects of customers that lost their own stream; pointers of streams that moved; and a condition on each customer
 * whose edges were read. Undefined when nothing changes.
 */
export function plan(
  closure: Closure,
  changes: readonly Change[],
  after: Partition,
  context: PlanContext,
): IdentityWrite | undefined {
  const states = newStates(closure, changes, after, context.ids)
  const pointers = newPointers(closure, after)
  if (states.size === 0 && pointers.length === 0 && changes.length === 0) return undefined
  const records = [...states].map(([id, state]) => newRecord(closure, id, state, context.at))
  const edges = changes.map(change => edgeChange(change, after))
  return {
    links: changes.flatMap(change => ('link' in change ? change.link : [])),
    cannotLinks: changes.flatMap(change => ('cannotLink' in change ? change.cannotLink : [])),
    records,
    unchanged: unchangedCustomers(closure, states),
    pointers,
    log: records.map(({ record }) => logEntry(closure, record, edges, context)),
  }
}

function movedStreams(closure: Closure, after: Partition): string[] {
  const customers = customersByStream(after)
  return [...closure.edges.keys()].filter(stream => pointerOf(closure, stream)?.customer !== customers.get(stream)?.id)
}

/** The state of every customer to write, by id. */
function newStates(
  closure: Closure,
  changes: readonly Change[],
  after: Partition,
  ids: Pick<IdentityIds, 'customer'>,
): Map<string, CustomerState> {
  const states = new Map<string, CustomerState>()
  const customers = customersByStream(after)
  const concerned = new Set(changes.flatMap(change => concernedCustomers(closure, change, customers)))
  for (const { id, members } of after.customers) {
    const known = closure.records.get(id)
    if (concerned.has(id) || !sameState(known, { members })) states.set(id, { members })
  }
  for (const stream of movedStreams(closure, after)) {
    const id = ids.customer(stream)
    const redirect = customers.get(stream)?.id
    if (redirect !== undefined && redirect !== id && closure.records.get(id)) states.set(id, { members: [], redirect })
  }
  for (const id of concerned) {
    const known = closure.records.get(id)
    if (known && !states.has(id)) states.set(id, stateOf(known))
  }
  return states
}

/** The customers, as they will be, at both ends of a changed edge. A witness keeps its customer. */
function concernedCustomers(closure: Closure, change: Change, customers: Map<string, Customer>): string[] {
  const { a, b } = 'link' in change ? change.link : change.cannotLink
  return [a, b].flatMap(end => customers.get(end)?.id ?? pointerOf(closure, end)?.customer ?? [])
}

function newPointers(closure: Closure, after: Partition): IdentityWrite['pointers'] {
  const customers = customersByStream(after)
  return [...closure.edges.keys()].flatMap(stream => {
    const known = pointerOf(closure, stream)
    const customer = customers.get(stream)?.id
    const seen = classOf(stream, after)
    if (customer === undefined || (known?.customer === customer && known.class === seen)) return []
    const { identifier, epoch } = parseStream(stream)
    const pointer = { identifier, epochs: [{ epoch }], ...known, customer, class: seen }
    return [{ pointer, isNew: known === undefined }]
  })
}

function classOf(stream: string, { shared }: Partition): Pointer['class'] {
  const named = identifierClass(streamIdentifier(stream))
  if (named === 'blocked' || named === 'own') return 'blocked'
  return named === 'shared' || shared.has(stream) ? 'shared' : 'personal'
}

function newRecord(closure: Closure, id: string, state: CustomerState, at: string): IdentityWrite['records'][number] {
  const known = closure.records.get(id)
  const record = { id, version: (known?.version ?? 0) + 1, createdAt: known?.createdAt ?? at, ...state }
  return { record, was: known?.version }
}

/** Customers whose streams were read, or that a witness belongs to: the decision holds only while they stay. */
function unchangedCustomers(closure: Closure, states: Map<string, CustomerState>): IdentityWrite['unchanged'] {
  const read = [...closure.edges.keys(), ...closure.witnesses].map(stream => pointerOf(closure, stream)?.customer)
  return [...new Set(read)].flatMap(customer => {
    const record = customer === undefined || states.has(customer) ? undefined : closure.records.get(customer)
    return record ? [{ customer: record.id, version: record.version }] : []
  })
}

function edgeChange(change: Change, { refused }: Partition): EdgeChange {
  if ('cannotLink' in change) return { id: change.cannotLink.id, state: change.cannotLink.state }
  const { id, rule, tier, state } = change.link
  const refusal = refused.find(({ linkId }) => linkId === id)
  return { id, rule, tier, state, ...(refusal && { refused: refusal.reason }) }
}

function logEntry(
  closure: Closure,
  record: CustomerRecord,
  changes: EdgeChange[],
  { operation, at }: PlanContext,
): LogEntry {
  const known = closure.records.get(record.id)
  const before = known && { before: stateOf(known) }
  return { customer: record.id, seq: record.version, operation, at, ...before, after: stateOf(record), changes }
}

const stateOf = ({ members, redirect }: CustomerState): CustomerState => ({
  members,
  ...(redirect !== undefined && { redirect }),
})

function sameState(known: CustomerState | undefined, state: CustomerState): boolean {
  return known !== undefined && stateText(known) === stateText(state)
}

const stateText = ({ members, redirect }: CustomerState): string =>
  JSON.stringify([members.map(({ stream, asserted }) => [stream, asserted]), redirect ?? null])
