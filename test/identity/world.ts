import fc from 'fast-check'
import type { Identifier } from '../../core/contact/identifier.ts'
import { streamName } from '../../core/contact/stream.ts'
import { identityIds, sortedPair } from '../../core/identity/ids.ts'
import { type CannotLink, type Link, linkTiers } from '../../core/identity/link.ts'
import type { PartitionInput } from '../../core/identity/partition.ts'

export const ids = identityIds('00'.repeat(32))
export const at = '2026-03-01T09:00:00.000Z'

export const email = (name: string): Identifier => ({ type: 'email', value: `${name}@example.com` })
export const phone = (last: number): Identifier => ({
  type: 'phone',
  value: `+4420794600${String(last).padStart(2, '0')}`,
})
export const x = (id: number): Identifier => ({ type: 'x', value: `${1000 + id}` })
export const account = (id: number): Identifier => ({ type: 'account', value: `C-${id}` })

export const [alice, bob, carol, dave, erin] = [
  email('alice'),
  email('bob'),
  email('carol'),
  email('dave'),
  email('erin'),
]

const range = (length: number) => Array.from({ length }, (_, index) => index)

/** Few enough that links meet and limits are reached. */
export const identifiers: Identifier[] = [
  ...range(2).map(account),
  ...range(7).map(index => email(`person${index}`)),
  ...range(7).map(phone),
  ...range(4).map(x),
  { type: 'mastodon', value: 'https://social.example/users/alice~1' },
]
export const streams = [...identifiers.map(identifier => streamName(identifier)), streamName(phone(0), 1)]

export function makeLink(a: string, b: string, differing: Partial<Link> = {}): Link {
  const [first, second] = sortedPair(a, b)
  const rule = differing.rule ?? 'signature'
  const tier = differing.tier ?? 'T3'
  const asserted = differing.asserted ?? tier !== 'T1'
  const id = ids.link(first, second, rule)
  return { id, a: first, b: second, tier, rule, asserted, state: 'active', by: 'evidence', at, ...differing }
}

export function makeCannotLink(a: string, b: string, state: CannotLink['state'] = 'active'): CannotLink {
  const [first, second] = sortedPair(a, b)
  return { id: ids.cannotLink(first, second), a: first, b: second, state, by: 'anna', at }
}

const pairArb = fc.tuple(fc.constantFrom(...streams), fc.constantFrom(...streams)).filter(([a, b]) => a !== b)

/** Links of every strength, a few taken back; some asserted T2 and some an agent's. */
export const linkArb: fc.Arbitrary<Link> = fc
  .record({
    pair: pairArb,
    tier: fc.constantFrom(...linkTiers),
    agent: fc.boolean(),
    rule: fc.constantFrom('signature', 'said'),
    state: fc.constantFrom('active' as const, 'active' as const, 'active' as const, 'revoked' as const),
  })
  .map(({ pair: [a, b], tier, agent, rule, state }) =>
    makeLink(a, b, agent ? { tier: 'T2', rule: 'agent', asserted: false, state } : { tier, rule, state }),
  )

export const linksArb = (maxLength: number): fc.Arbitrary<Link[]> =>
  fc.uniqueArray(linkArb, { selector: ({ id }) => id, maxLength, size: 'max' })

export const cannotLinksArb: fc.Arbitrary<CannotLink[]> = fc
  .array(fc.tuple(pairArb, fc.constantFrom('active' as const, 'revoked' as const)), { maxLength: 5 })
  .map(pairs => pairs.map(([[a, b], state]) => makeCannotLink(a, b, state)))

export const inputArb: fc.Arbitrary<PartitionInput> = fc.record({
  streams: fc.constant(streams),
  links: linksArb(45),
  cannotLinks: cannotLinksArb,
  classes: fc.constant(new Map()),
})
