import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { streamName } from '../../core/contact/stream.ts'
import { isActive, type Link } from '../../core/identity/link.ts'
import { memberLimit, streamIdentifier } from '../../core/identity/member.ts'
import { type Partition, type PartitionInput, partition, uncrossable } from '../../core/identity/partition.ts'
import { sharedStreams } from '../../core/identity/shared.ts'
import {
  account,
  email,
  ids,
  inputArb,
  linkArb,
  linksArb,
  makeCannotLink,
  makeLink,
  phone,
  streams,
  x,
} from './world.ts'

const part = (input: PartitionInput): Partition => partition(input, ids)
const input = (links: Link[], more: Partial<PartitionInput> = {}): PartitionInput => ({
  streams,
  links,
  cannotLinks: [],
  classes: new Map(),
  ...more,
})
const customerOf = ({ customers }: Partition, stream: string) =>
  customers.find(({ members }) => members.some(member => member.stream === stream))
const together = (result: Partition, a: string, b: string) => customerOf(result, a) === customerOf(result, b)

const alice = streamName(email('person0'))
const bob = streamName(email('person1'))
const carol = streamName(email('person2'))
const line = streamName(phone(1))

describe('the laws of the partition', () => {
  it('depends on the set of links alone: neither their order nor repetition enters', () => {
    const shuffled = inputArb.chain(given =>
      fc.record({
        given: fc.constant(given),
        links: fc.shuffledSubarray(given.links.slice(), { minLength: given.links.length }),
        streams: fc.shuffledSubarray(streams, { minLength: streams.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ given, ...order }) => {
        expect(part({ ...given, ...order })).toEqual(part(given))
      }),
    )
  })

  it('holds every stream once, under the birth id of its first member', () => {
    fc.assert(
      fc.property(inputArb, given => {
        const { customers } = part(given)
        const members = customers.flatMap(customer => customer.members.map(({ stream }) => stream))
        expect(members.toSorted()).toEqual(streams.toSorted())
        for (const {
          id,
          members: [head],
        } of customers)
          expect(id).toBe(ids.customer(head?.stream ?? ''))
      }),
    )
  })

  it('gives the same customers and ids back when a link is added and revoked', () => {
    fc.assert(
      fc.property(inputArb, linkArb, (given, link) => {
        const others = given.links.filter(({ id }) => id !== link.id)
        const revoked = [...others, { ...link, state: 'revoked' as const }]
        expect(part({ ...given, links: revoked })).toEqual(part({ ...given, links: others }))
      }),
    )
  })

  it('never holds two streams under a cannot-link together', () => {
    fc.assert(
      fc.property(inputArb, given => {
        const result = part(given)
        for (const { a, b } of given.cannotLinks.filter(isActive)) expect(together(result, a, b)).toBe(false)
      }),
    )
  })

  it('never exceeds a limit', () => {
    fc.assert(
      fc.property(inputArb, given => {
        for (const { members } of part(given).customers) {
          const types = members.map(({ stream }) => streamIdentifier(stream).type)
          for (const type of types)
            expect(types.filter(other => other === type).length).toBeLessThanOrEqual(memberLimit(type))
        }
      }),
    )
  })

  it('needs one pass: what a limit or a cannot-link refused stays apart in the end', () => {
    fc.assert(
      fc.property(inputArb, given => {
        const result = part(given)
        for (const { linkId, reason } of result.refused) {
          const link = given.links.find(({ id }) => id === linkId)
          if (link && reason !== 'shared') expect(together(result, link.a, link.b)).toBe(false)
        }
      }),
    )
  })

  it('is local: a part that no link leaves is partitioned as it is in the whole', () => {
    fc.assert(
      fc.property(inputArb, fc.constantFrom(...streams), (given, start) => {
        const reached = reachable(given, start)
        const whole = part(given)
        const local = part({
          ...given,
          streams: reached,
          links: given.links.filter(({ a, b }) => reached.has(a) || reached.has(b)),
          classes: sharedOutside(given, reached),
        })
        expect(local.customers).toEqual(whole.customers.filter(({ id }) => local.customers.some(own => own.id === id)))
      }),
    )
  })

  it('joins two customers by one link between their heads, and parts them exactly without it', () => {
    fc.assert(
      fc.property(linksArb(12), fc.constantFrom(...streams), fc.constantFrom(...streams), (links, a, b) => {
        const before = part(input(links))
        const [left, right] = [customerOf(before, a), customerOf(before, b)]
        fc.pre(left !== right)
        const [from, to] = [left?.members[0]?.stream ?? '', right?.members[0]?.stream ?? '']
        const link = makeLink(from, to, { tier: 'T2', rule: 'merge', asserted: false })
        const merged = part(input([...links, link]))
        fc.pre(merged.refused.every(({ linkId }) => linkId !== link.id))
        expect(together(merged, from, to)).toBe(true)
        const parted = input([...links, { ...link, state: 'revoked' }], { cannotLinks: [makeCannotLink(from, to)] })
        expect(part(parted).customers).toEqual(before.customers)
      }),
    )
  })

  it('marks as asserted exactly what no proven link connects to the head', () => {
    fc.assert(
      fc.property(inputArb, given => {
        const proven = given.links.filter(({ asserted }) => !asserted)
        const result = part(given)
        const refused = new Set(result.refused.map(({ linkId }) => linkId))
        for (const { members } of result.customers) {
          const inside = new Set(members.map(({ stream }) => stream))
          const usable = proven.filter(({ id, a, b }) => !refused.has(id) && inside.has(a) && inside.has(b))
          const reached = reachable(input(usable), members[0]?.stream ?? '')
          for (const { stream, asserted } of members) expect(asserted).toBe(!reached.has(stream))
        }
      }),
    )
  })
})

/** The streams that crossable links connect. Sharing is told by all links, as a walk tells it by each stream's own. */
function reachable({ links, classes }: PartitionInput, start: string): Set<string> {
  const shared = sharedStreams(links)
  const crossable = links.filter(link => isActive(link) && uncrossable(link, classes, shared) === undefined)
  const reached = new Set([start])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const { a, b } of crossable) if (reached.has(a) || reached.has(b)) reached.add(a).add(b)
  }
  return reached
}

/** What a walk knows of the shared streams at the edge of what it read: that they are shared. */
const sharedOutside = ({ links }: PartitionInput, reached: Set<string>) =>
  new Map([...sharedStreams(links)].filter(stream => !reached.has(stream)).map(stream => [stream, 'shared'] as const))

describe('who is whom', () => {
  it('prefers account, then mail address, then phone, then network account as the head', () => {
    const [customer, mail, number, network] = [account(0), email('person0'), phone(0), x(0)].map(id => streamName(id))
    const proven = { tier: 'T1' } as const
    const links = [makeLink(network ?? '', number ?? '', proven), makeLink(number ?? '', mail ?? '', proven)]
    expect(customerOf(part(input(links)), network ?? '')?.id).toBe(ids.customer(mail ?? ''))
    const more = [...links, makeLink(network ?? '', customer ?? '', proven)]
    expect(customerOf(part(input(more)), network ?? '')?.id).toBe(ids.customer(customer ?? ''))
  })

  it('lets a stronger link win a place that a limit leaves', () => {
    const [first, second] = [streamName(account(0)), streamName(account(1))]
    const weak = makeLink(first, alice, { tier: 'T3' })
    const strong = makeLink(second, alice, { tier: 'T1' })
    const result = part(input([weak, strong]))
    expect(together(result, alice, second)).toBe(true)
    expect(result.refused).toEqual([{ linkId: weak.id, reason: 'account-limit' }])
  })

  it('does not cross a phone that three addresses claim, and crosses one that two claim', () => {
    const two = [makeLink(alice, line), makeLink(bob, line)]
    expect(together(part(input(two)), alice, bob)).toBe(true)
    const three = part(input([...two, makeLink(carol, line)]))
    expect([together(three, alice, bob), together(three, alice, line)]).toEqual([false, false])
    expect(three.refused.map(({ reason }) => reason)).toEqual(['shared', 'shared', 'shared'])
  })

  it('keeps what is proven about a shared line', () => {
    const claims = [alice, bob, carol].map(name => makeLink(name, line))
    const proof = makeLink(carol, line, { tier: 'T2', rule: 'agent', asserted: false })
    const result = part(input([...claims, proof]))
    expect([together(result, carol, line), together(result, alice, line)]).toEqual([true, false])
  })

  it('counts names, not phones: an address with four numbers in its signatures is one person', () => {
    const links = [0, 1, 2, 3].map(index => makeLink(alice, streamName(phone(index))))
    expect(customerOf(part(input(links)), alice)?.members).toHaveLength(5)
  })

  it('refuses every link of an identifier that names nobody', () => {
    const link = makeLink(alice, line, { tier: 'T1' })
    const result = part(input([link], { classes: new Map([[line, 'blocked']]) }))
    expect(result.refused).toEqual([{ linkId: link.id, reason: 'blocked' }])
  })
})
