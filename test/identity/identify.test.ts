import { describe, expect, test } from 'vitest'
import type { Identifier } from '../../core/contact/identifier.ts'
import { streamName } from '../../core/contact/stream.ts'
import { describeOnEveryTable } from '../engines.ts'
import { contactFrom, says } from './receive.ts'
import { namesOf, registry } from './registry.ts'
import { account, alice, bob, carol, dave, erin, ids, phone, x } from './world.ts'

const line = phone(1)
const range = (length: number) => Array.from({ length }, (_, index) => index)

describeOnEveryTable('identifying a contact', makeTable => {
  const make = async () => registry(await makeTable())

  describe('without evidence', () => {
    test('gives an author nobody knew a customer of its own', async () => {
      const identity = await make()
      const identified = await identity.receive(contactFrom(alice))
      expect(identified).toMatchObject({ changed: true, inReview: [] })
      expect(identified.customers).toEqual(new Map([[streamName(alice), ids.customer(streamName(alice))]]))
      expect(await identity.customerOf(alice)).toMatchObject({
        id: ids.customer(streamName(alice)),
        version: 1,
        members: [{ stream: streamName(alice), asserted: false }],
      })
      await identity.expectSound()
    })

    test('writes nothing for an author who is known', async () => {
      const identity = await make()
      await identity.receive(contactFrom(alice))
      const before = identity.writes()
      expect((await identity.receive(contactFrom(alice, [], { text: 'another' }))).changed).toBe(false)
      expect(identity.writes()).toBe(before)
    })

    test('delivered to two workers at once, is done by both and made by one', async () => {
      const identity = await make()
      const contact = contactFrom(alice, [says(line)])
      const both = await Promise.all([identity.receive(contact), identity.receive(contact)])
      expect(both.map(({ changed }) => changed).sort()).toEqual([false, true])
      expect((await identity.customerOf(alice))?.version).toBe(1)
      await identity.expectSound()
    })

    test('gives everybody who takes part a customer', async () => {
      const identity = await make()
      await identity.receive(contactFrom(alice, [], { to: [bob, line].map(identifier => ({ identifier })) }))
      expect(new Set(await Promise.all([alice, bob, line].map(identity.idOf))).size).toBe(3)
      await identity.expectSound()
    })

    test('finds nobody under an identifier that never appeared', async () => {
      expect(await (await make()).customerOf(dave)).toBeUndefined()
    })
  })

  describe('with evidence', () => {
    test('links, marks what is only claimed, and says in the log why', async () => {
      const identity = await make()
      const { id } = contactFrom(alice)
      await identity.receive(contactFrom(alice, [says(line), says(account(1), 'signed-in', 'T1')]))
      const customer = await identity.customerOf(line)
      expect(customer?.id).toBe(ids.customer(streamName(account(1))))
      expect(customer?.members).toEqual([
        { stream: streamName(account(1)), asserted: false },
        { stream: streamName(alice), asserted: false },
        { stream: streamName(line), asserted: true },
      ])
      expect(await identity.deps.store.readLog(customer?.id ?? '', 10)).toMatchObject([
        { seq: 1, operation: { kind: 'identify', by: 'evidence', contactId: id }, changes: [{ state: 'active' }, {}] },
      ])
      await identity.expectSound()
    })

    test('writes nothing when the very links are there', async () => {
      const identity = await make()
      await identity.receive(contactFrom(alice, [says(line)]))
      const before = identity.writes()
      expect((await identity.receive(contactFrom(alice, [says(line)]))).changed).toBe(false)
      expect(identity.writes()).toBe(before)
    })

    test('records a further reason for what is linked already', async () => {
      const identity = await make()
      await identity.receive(contactFrom(alice, [says(line)]))
      expect((await identity.receive(contactFrom(alice, [says(line, 'said')]))).changed).toBe(true)
      const [edges] = await identity.deps.store.readEdges([streamName(line)])
      expect(edges?.links.map(({ rule }) => rule).sort()).toEqual(['said', 'signature'])
      await identity.expectSound()
    })

    test('a later revision, or another part, of the same contact brings its new evidence', async () => {
      const identity = await make()
      await identity.receive(contactFrom(alice))
      await identity.receive(contactFrom(alice, [says(line)], { revision: 1 }))
      expect(await identity.membersOf(alice)).toEqual(namesOf(alice, line))
      await identity.receive(contactFrom(alice, [says(x(1))], { part: 'another leg' }))
      expect(await identity.membersOf(alice)).toEqual(namesOf(alice, line, x(1)))
      await identity.expectSound()
    })

    test('stronger evidence for a link proves what was only claimed', async () => {
      const identity = await make()
      await identity.receive(contactFrom(alice, [says(line)]))
      await identity.receive(contactFrom(alice, [says(line, 'signature', 'T1')]))
      expect((await identity.customerOf(alice))?.members.map(({ asserted }) => asserted)).toEqual([false, false])
      await identity.expectSound()
    })

    test('two known customers become one; the old id leads to it in one hop', async () => {
      const identity = await make()
      for (const author of [alice, x(1), line]) await identity.receive(contactFrom(author))
      const before = await Promise.all([x(1), line].map(identity.idOf))
      await identity.receive(contactFrom(x(1), [says(line, 'said', 'T2')]))
      await identity.receive(contactFrom(alice, [says(line)]))
      const one = await identity.idOf(alice)
      const { records } = await identity.dump()
      for (const old of before)
        expect(records.find(({ id }) => id === old)).toMatchObject({ members: [], redirect: one })
      expect(await identity.membersOf(x(1))).toEqual(namesOf(alice, line, x(1)))
      await identity.expectSound()
    })
  })

  describe('a line that many people write from', () => {
    const claimed = (author: Identifier) => contactFrom(author, [says(line)])

    test('joins two, and parts what it joined when a third claims it', async () => {
      const identity = await make()
      for (const author of [alice, bob, carol]) await identity.receive(contactFrom(author))
      const apart = await Promise.all([alice, bob, carol].map(identity.idOf))
      await identity.receive(claimed(alice))
      await identity.receive(claimed(bob))
      expect(await identity.membersOf(line)).toEqual(namesOf(alice, bob, line))
      await identity.expectSound()

      await identity.receive(claimed(carol))
      expect(await Promise.all([alice, bob, carol].map(identity.idOf))).toEqual(apart)
      expect(await identity.membersOf(line)).toEqual(namesOf(line))
      expect((await identity.dump()).pointers.find(({ identifier }) => identifier.type === 'phone')?.class).toBe(
        'shared',
      )
      await identity.expectSound()
    })

    test('stays one however many come after, in constant work', async () => {
      const identity = await make()
      const authors = range(20).map(index => x(index))
      const writes: number[] = []
      for (const author of authors) {
        const before = identity.writes()
        await identity.receive(claimed(author))
        writes.push(identity.writes() - before)
      }
      expect(new Set(await Promise.all(authors.map(identity.idOf))).size).toBe(authors.length)
      expect(new Set(writes.slice(3)).size).toBe(1)
      await identity.expectSound()
    })

    test('keeps whom it is proven to belong to', async () => {
      const identity = await make()
      for (const author of [alice, bob]) await identity.receive(claimed(author))
      await identity.link(carol, line)
      await identity.receive(claimed(carol))
      expect(await identity.membersOf(line)).toEqual(namesOf(carol, line))
      await identity.receive(claimed(dave))
      expect(await identity.membersOf(line)).toEqual(namesOf(carol, line))
      await identity.expectSound()
    })

    test('is a person again when a claim is taken back', async () => {
      const identity = await make()
      for (const author of [alice, bob, carol, dave]) await identity.receive(claimed(author))
      const linkOf = (author: Identifier) => ids.link(streamName(author), streamName(line), 'signature')
      await identity.revoke(linkOf(dave))
      expect(await identity.membersOf(line)).toEqual(namesOf(line))
      await identity.revoke(linkOf(carol))
      expect(await identity.membersOf(line)).toEqual(namesOf(alice, bob, line))
      await identity.expectSound()
    })
  })

  describe('what is too much for one decision', () => {
    const claim = (number: Identifier) => ids.link(streamName(alice), streamName(number), 'signature')
    const numbers = range(45).map(phone)
    const [first = line, ...others] = numbers.toSorted((p, q) => (claim(p) < claim(q) ? -1 : 1))

    /** 47 streams that hang together, so that one more is decided and the next is not; `first` is among alice's five. */
    const makeLarge = async () => {
      const identity = await make()
      await identity.receive(contactFrom(bob, [says(first)]))
      await identity.receive(contactFrom(alice, [says(first)]))
      for (const [from, to] of [
        [0, 20],
        [20, 32],
        [32, 38],
        [38, 41],
        [41, 43],
        [43, 44],
      ]) {
        await identity.receive(
          contactFrom(
            alice,
            others.slice(from, to).map(number => says(number)),
          ),
        )
      }
      return identity
    }

    test('waits for somebody, and merges nothing; the same again waits once', async () => {
      const identity = await makeLarge()
      await identity.expectSound()
      const merged = await identity.receive(contactFrom(alice, [says(erin, 'said')]))
      expect(merged.inReview).toEqual([])
      const tooMuch = contactFrom(alice, [says(dave, 'said')])
      const [waiting] = (await identity.receive(tooMuch)).inReview
      expect(waiting).toMatchObject({ a: streamName(alice), b: streamName(dave) })
      await identity.receive(tooMuch)
      expect(await identity.deps.store.listReviews(10)).toMatchObject([
        { links: [{ id: waiting?.id }], operation: { contactId: tooMuch.id } },
      ])
      expect(await identity.customerOf(dave)).toBeUndefined()
      await identity.expectSound()
    })

    test('of several links in one contact, those that fit are made', async () => {
      const identity = await makeLarge()
      const { inReview } = await identity.receive(contactFrom(alice, [says(erin, 'said'), says(dave, 'said')]))
      expect(inReview).toHaveLength(1)
      expect(await identity.membersOf(alice)).toEqual(expect.arrayContaining(namesOf(erin)))
      await identity.expectSound()
    })

    test('more writes than a transaction holds are made link by link', async () => {
      const identity = await make()
      const numbers = range(4).map(phone)
      const others = [bob, carol, dave, erin, ...numbers, x(1), x(2)]
      for (const other of others) await identity.receive(contactFrom(other))
      for (const other of others) await identity.receive(contactFrom(alice, [says(other, 'said', 'T1')]))
      const rules = range(36).map(n => says(alice, `rule-${n}`, 'T1'))
      const { inReview } = await identity.receive(contactFrom(account(1), rules))
      expect(inReview).toEqual([])
      expect(await identity.membersOf(account(1))).toEqual(namesOf(account(1), alice, ...others))
      const [edges] = await identity.deps.store.readEdges([streamName(account(1))])
      expect(edges?.links).toHaveLength(rules.length)
      await identity.expectSound()
    })

    test('a line that turns out to be shared is parted, whatever hangs on it', async () => {
      const identity = await makeLarge()
      await identity.receive(contactFrom(alice, [says(erin, 'said')]))
      expect(await identity.membersOf(first)).toEqual(expect.arrayContaining(namesOf(alice, bob)))
      const { inReview } = await identity.receive(contactFrom(carol, [says(first)]))
      expect(inReview).toEqual([])
      expect(await identity.membersOf(first)).toEqual(namesOf(first))
      expect(await identity.membersOf(bob)).toEqual(namesOf(bob))
      expect(await identity.membersOf(carol)).toEqual(namesOf(carol))
      await identity.expectSound()
    })
  })
})
