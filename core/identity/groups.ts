import type { IdentifierType } from '../contact/identifier.ts'
import { type CannotLink, isActive } from './link.ts'
import { memberLimit, streamIdentifier } from './member.ts'

/** Why a link does not join its ends. */
export const refusalReasons = [
  'blocked',
  'shared',
  'cannot-link',
  'account-limit',
  'email-limit',
  'phone-limit',
  'network-limit',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export type Group = { streams: string[]; counts: Map<IdentifierType, number> }

/**
 * Sets of streams that only grow. Growing is what makes one pass enough: a union that a limit or a cannot-link forbids
 * is forbidden to every larger set too, so no refused pair could be joined later.
 */
export class Groups {
  readonly #groupOf = new Map<string, Group>()
  readonly #apart = new Map<string, Set<string>>()

  constructor(streams: Iterable<string>, cannotLinks: Iterable<CannotLink> = []) {
    for (const stream of streams) this.#groupOf.set(stream, single(stream))
    for (const { a, b } of [...cannotLinks].filter(isActive)) {
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b))
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a))
    }
  }

  /** The group of a stream. Throws when it was not given: the caller's set of streams was not closed under its links. */
  of(stream: string): Group {
    const group = this.#groupOf.get(stream)
    if (group === undefined) throw new Error('a link leads out of the streams that were given')
    return group
  }

  all(): Group[] {
    return [...new Set(this.#groupOf.values())]
  }

  /** Joins the groups of both streams, or says why not. */
  union(a: string, b: string): RefusalReason | undefined {
    const [into, from] = bySize(this.of(a), this.of(b))
    if (into === from) return undefined
    const refused = this.#refusal(into, from)
    if (refused === undefined) this.#absorb(into, from)
    return refused
  }

  #refusal(into: Group, from: Group): RefusalReason | undefined {
    const apart = from.streams.some(stream =>
      [...(this.#apart.get(stream) ?? [])].some(other => this.#groupOf.get(other) === into),
    )
    if (apart) return 'cannot-link'
    for (const [type, count] of from.counts) {
      if (count + (into.counts.get(type) ?? 0) > memberLimit(type)) return limitReason(type)
    }
    return undefined
  }

  #absorb(into: Group, from: Group): void {
    for (const stream of from.streams) this.#groupOf.set(stream, into)
    into.streams.push(...from.streams)
    for (const [type, count] of from.counts) into.counts.set(type, count + (into.counts.get(type) ?? 0))
  }
}

const single = (stream: string): Group => ({
  streams: [stream],
  counts: new Map([[streamIdentifier(stream).type, 1]]),
})

const bySize = (x: Group, y: Group): readonly [Group, Group] => (x.streams.length >= y.streams.length ? [x, y] : [y, x])

function limitReason(type: IdentifierType): RefusalReason {
  return type === 'account' || type === 'email' || type === 'phone' ? `${type}-limit` : 'network-limit'
}
