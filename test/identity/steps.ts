import fc from 'fast-check'
import type { Contact, Evidence } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { streamName } from '../../core/contact/stream.ts'
import type { Act } from '../../core/identity/act.ts'
import { contactFrom, says } from './receive.ts'
import type { Registry } from './registry.ts'
import { account, alice, bob, carol, dave, ids, phone, x } from './world.ts'

/** Few enough that evidence meets, lines become shared and limits are reached. */
export const people: Identifier[] = [
  account(1),
  account(2),
  alice,
  bob,
  carol,
  dave,
  phone(1),
  phone(2),
  x(1),
  x(2),
  x(3),
]

export type Step =
  | { do: 'receive'; contact: Contact }
  | { do: 'link' | 'keep apart' | 'merge'; x: Identifier; y: Identifier }
  | { do: 'revoke'; linkId: string }
  | { do: 'unmerge'; of: Identifier; away: Identifier[] }

const person = fc.constantFrom(...people)
const rule = fc.constantFrom('signature', 'said')

const evidence: fc.Arbitrary<Evidence> = fc
  .record({ identifier: person, how: rule, tier: fc.constantFrom('T1', 'T2', 'T3', 'T3', 'T3', 'T4') })
  .map(({ identifier, how, tier }) => says(identifier, how, tier))

export const contactArb: fc.Arbitrary<Contact> = fc
  .record({
    author: person,
    shown: fc.array(evidence, { maxLength: 3 }),
    to: fc.uniqueArray(person, { maxLength: 1, selector: ({ value }) => value }),
  })
  .map(({ author, shown, to }) => contactFrom(author, shown, { to: to.map(identifier => ({ identifier })) }))

const pair = fc.uniqueArray(person, { minLength: 2, maxLength: 2, selector: identifier => streamName(identifier) })

const decision: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ what: fc.constantFrom('link', 'keep apart', 'merge'), pair })
    .map(({ what, pair: [x = alice, y = bob] }): Step => ({ do: what, x, y })),
  fc.record({ rule: fc.oneof(rule, fc.constant('agent')), pair }).map(
    ({ rule, pair: [x = alice, y = bob] }): Step => ({
      do: 'revoke',
      linkId: ids.link(streamName(x), streamName(y), rule),
    }),
  ),
  fc
    .record({ of: person, away: fc.subarray(people, { minLength: 1, maxLength: 2 }) })
    .map(({ of, away }): Step => ({ do: 'unmerge', of, away: [...away] })),
)

export const stepArb: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: contactArb.map((contact): Step => ({ do: 'receive', contact })), weight: 3 },
  { arbitrary: decision, weight: 2 },
)

/** Does what a step says, under one operation id; what it says about nobody, or is refused, is nothing. */
export async function take(identity: Registry, step: Step, act: Act = identity.act()): Promise<unknown> {
  switch (step.do) {
    case 'receive':
      return identity.receive(step.contact)
    case 'link':
      return identity.link(step.x, step.y, act)
    case 'keep apart':
      return identity.keepApart(step.x, step.y, act)
    case 'merge':
      return identity.merge(step.x, step.y, act)
    case 'revoke':
      return identity.revoke(step.linkId, act)
    case 'unmerge':
      return identity.unmerge(step.of, step.away, act)
    default:
      return step satisfies never
  }
}
