import { type Identifier, identifierName } from '../contact/identifier.ts'
import type { CustomerRecord, Pointer } from './customer-record.ts'
import { type IdentifierClass, identifierClass } from './identifier-class.ts'
import { type CannotLink, type Edges, isActive, type Link, otherEnd } from './link.ts'
import { streamIdentifier } from './member.ts'
import { uncrossable } from './partition.ts'
import { isTie, sharedStreams } from './shared.ts'

/** A new value of an edge. */
export type Change = { link: Link } | { cannotLink: CannotLink }

/**
 * What a walk has read of the streams that may influence each other. `edges` holds the streams read in full. `witnesses`
 * are shared streams of which only that they are shared matters: no asserted link crosses them.
 */
export type Closure = {
  pointers: Map<string, Pointer | undefined>
  records: Map<string, CustomerRecord | undefined>
  edges: Map<string, Edges>
  witnesses: Set<string>
}

/** A stream to read. `whole`: its links are needed even when it is known to be shared. */
export type Step = { stream: string; whole: boolean }

export const emptyClosure = (): Closure => ({
  pointers: new Map(),
  records: new Map(),
  edges: new Map(),
  witnesses: new Set(),
})

export const pointerOf = (closure: Closure, stream: string): Pointer | undefined =>
  closure.pointers.get(identifierName(streamIdentifier(stream)))

export const isLoaded = (closure: Closure, identifier: Identifier): boolean =>
  closure.pointers.has(identifierName(identifier))

/** The edges among and out of the streams read, each once, as they are or as `changes` make them. */
export function edgesOf(closure: Closure, changes: readonly Change[] = []): Edges {
  const links = new Map<string, Link>()
  const cannotLinks = new Map<string, CannotLink>()
  for (const edges of closure.edges.values()) {
    for (const link of edges.links) links.set(link.id, link)
    for (const cannotLink of edges.cannotLinks) cannotLinks.set(cannotLink.id, cannotLink)
  }
  for (const change of changes) {
    if ('link' in change) links.set(change.link.id, change.link)
    else cannotLinks.set(change.cannotLink.id, change.cannotLink)
  }
  return { links: [...links.values()], cannotLinks: [...cannotLinks.values()] }
}

/** Streams that are not plain persons, by their name or by being a witness. */
export function classesOf(closure: Closure): Map<string, IdentifierClass> {
  const classes = new Map<string, IdentifierClass>()
  for (const stream of closure.edges.keys()) {
    const known = identifierClass(streamIdentifier(stream))
    if (known !== 'personal') classes.set(stream, known)
  }
  for (const stream of closure.witnesses) classes.set(stream, 'shared')
  return classes
}

/**
 * What must still be read so that the closure is closed, under the links as they are and as `changes` make them: the
 * other members of each customer in it, and the other ends of the links that may be crossed.
 */
export function nextSteps(closure: Closure, start: readonly Step[], changes: readonly Change[]): Step[] {
  const steps = new Map<string, Step>()
  const need = (stream: string, whole: boolean): void => {
    if (closure.edges.has(stream) || (!whole && closure.witnesses.has(stream))) return
    steps.set(stream, { stream, whole: whole || steps.get(stream)?.whole === true })
  }
  for (const { stream, whole } of start) need(stream, whole)
  for (const stream of lostTies(closure, changes)) need(stream, true)
  for (const stream of fellowMembers(closure)) need(stream, true)
  for (const side of [edgesOf(closure), edgesOf(closure, changes)]) {
    for (const { stream, link } of crossings(closure, side.links)) need(stream, !link.asserted)
  }
  return [...steps.values()]
}

/** Ends of T3 links that are T3 no more: they may stop being shared, which their other links decide. */
function lostTies(closure: Closure, changes: readonly Change[]): string[] {
  const before = new Map(edgesOf(closure).links.map(link => [link.id, link]))
  return changes.flatMap(change => {
    const was = 'link' in change ? before.get(change.link.id) : undefined
    if (was === undefined || !isTie(was) || !('link' in change) || isTie(change.link)) return []
    return [was.a, was.b]
  })
}

function fellowMembers(closure: Closure): string[] {
  return [...closure.edges.keys()].flatMap(stream => {
    const customer = pointerOf(closure, stream)?.customer
    const record = customer === undefined ? undefined : closure.records.get(customer)
    return record?.members.map(member => member.stream) ?? []
  })
}

/** The far ends of the links that may be crossed. */
const crossings = (closure: Closure, links: readonly Link[]): { stream: string; link: Link }[] =>
  crossableLinks(closure, links).flatMap(link =>
    [link.a, link.b].filter(end => closure.edges.has(end)).map(end => ({ stream: otherEnd(link, end), link })),
  )

/** The active links that no stream read so far forbids to cross, whether or not a limit or a cannot-link does. */
export function crossableLinks(closure: Closure, links: readonly Link[]): Link[] {
  const classes = classesOf(closure)
  const shared = sharedStreams(links)
  const known = new Set([...shared].filter(stream => closure.edges.has(stream)))
  return links.filter(link => isActive(link) && uncrossable(link, classes, known) === undefined)
}

/** A link as it is stored, when one of its ends was read with its links. */
export const storedLink = (closure: Closure, id: string): Link | undefined =>
  edgesOf(closure).links.find(link => link.id === id)
