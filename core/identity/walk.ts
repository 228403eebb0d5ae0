import { identifierName } from '../contact/identifier.ts'
import { type Change, type Closure, isLoaded, nextSteps, pointerOf, type Step } from './closure.ts'
import { maxStreamsAndEdges } from './hanging-together.ts'
import { streamIdentifier } from './member.ts'
import type { IdentityStore } from './store.ts'

/** One link touches two parts that hang together, each of fewer streams than `maxStreamsAndEdges`. */
const maxRead = 2 * maxStreamsAndEdges

/** `moved`: another decision went through while this walk read. `too-large`: more than is decided at once. */
export type Walked = 'closed' | 'moved' | 'too-large'

/**
 * Reads until the closure is closed. The record of a customer is always read before the edges of its streams, so that
 * a decision conditioned on the record's version has seen every edge made up to that version.
 */
export async function walk(
  store: IdentityStore,
  closure: Closure,
  start: readonly Step[],
  changes: readonly Change[],
): Promise<Walked> {
  for (;;) {
    const steps = nextSteps(closure, start, changes)
    if (steps.length === 0) return 'closed'
    if (closure.edges.size + steps.length > maxRead) return 'too-large'
    if (!(await visit(store, closure, steps))) return 'moved'
  }
}

async function visit(store: IdentityStore, closure: Closure, steps: Step[]): Promise<boolean> {
  await readPointers(store, closure, steps)
  const customers = steps.flatMap(({ stream }) => pointerOf(closure, stream)?.customer ?? [])
  await readRecords(store, closure, customers)
  if (!steps.every(({ stream }) => agrees(closure, stream))) return false
  const isWitness = ({ stream, whole }: Step) => !whole && pointerOf(closure, stream)?.class === 'shared'
  for (const { stream } of steps.filter(isWitness)) closure.witnesses.add(stream)
  await readEdges(
    store,
    closure,
    steps.filter(step => !isWitness(step)).map(({ stream }) => stream),
  )
  return true
}

async function readPointers(store: IdentityStore, closure: Closure, steps: Step[]): Promise<void> {
  const wanted = steps.map(({ stream }) => streamIdentifier(stream)).filter(wanted => !isLoaded(closure, wanted))
  if (wanted.length === 0) return
  for (const identifier of wanted) closure.pointers.set(identifierName(identifier), undefined)
  for (const pointer of await store.readPointers(wanted)) {
    closure.pointers.set(identifierName(pointer.identifier), pointer)
  }
}

/** Reads the records that are not read yet; one that does not exist is remembered as such. */
export async function readRecords(store: IdentityStore, closure: Closure, customers: string[]): Promise<void> {
  const wanted = [...new Set(customers)].filter(customer => !closure.records.has(customer))
  if (wanted.length === 0) return
  for (const customer of wanted) closure.records.set(customer, undefined)
  for (const record of await store.readRecords(wanted)) closure.records.set(record.id, record)
}

/** A pointer and its customer's record are written together, so they only disagree when read at different times. */
function agrees(closure: Closure, stream: string): boolean {
  const pointer = pointerOf(closure, stream)
  if (pointer === undefined) return true
  return closure.records.get(pointer.customer)?.members.some(member => member.stream === stream) === true
}

async function readEdges(store: IdentityStore, closure: Closure, streams: string[]): Promise<void> {
  const existing = streams.filter(stream => pointerOf(closure, stream) !== undefined)
  const edges = existing.length === 0 ? [] : await store.readEdges(existing)
  for (const stream of streams) closure.edges.set(stream, { links: [], cannotLinks: [] })
  for (const [position, stream] of existing.entries()) {
    const read = edges[position]
    if (read) closure.edges.set(stream, read)
  }
  for (const stream of streams) closure.witnesses.delete(stream)
}
