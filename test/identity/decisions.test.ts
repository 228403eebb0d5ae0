import { describe, expect, test } from 'vitest'
import { streamName } from '../../core/contact/stream.ts'
import { linkIdentifiers } from '../../core/identity/link-identifiers.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { describeOnEveryTable } from '../engines.ts'
import { contactFrom, says } from './receive.ts'
import { changed, namesOf, type Registry, registry } from './registry.ts'
import { account, alice, bob, carol, dave, ids, phone, x } from './world.ts'

const home = phone(1)
const signed = ids.link(streamName(alice), streamName(home), 'signature')

describeOnEveryTable('deciding who is who', makeTable => {
  const make = async (): Promise<Registry> => {
    const identity = registry(await makeTable())
    await identity.receive(contactFrom(alice, [says(home)]))
    await identity.receive(contactFrom(bob))
    return identity
  }

  describe('link and revoke', () => {
    test('a link joins for good reason, and its revocation gives both back', async () => {
      const identity = await make()
      const before = await Promise.all([alice, bob].map(identity.idOf))
      expect(changed(await identity.link(bob, alice))).toBe(true)
      expect(await identity.membersOf(bob)).toEqual(namesOf(alice, bob, home))
      expect((await identity.customerOf(bob))?.members.map(({ asserted }) => asserted)).toEqual([false, false, true])
      await identity.expectSound()
      const link = ids.link(streamName(alice), streamName(bob), 'agent')
      expect(await identity.deps.store.readLink(link)).toMatchObject({ by: 'anna', reason: 'a test', state: 'active' })
      expect(changed(await identity.revoke(link))).toBe(true)
      expect(await Promise.all([alice, bob].map(identity.idOf))).toEqual(before)
      expect(await identity.membersOf(bob)).toEqual(namesOf(bob))
      await identity.expectSound()
    })

    test('what is so already is not written again', async () => {
      const identity = await make()
      await identity.link(alice, bob)
      const before = identity.writes()
      expect(changed(await identity.link(bob, alice))).toBe(false)
      expect(identity.writes()).toBe(before)
    })

    test('the same operation again is one operation, also after others undid it', async () => {
      const { deps, act, ...identity } = await make()
      const once = act('the one')
      expect(changed(await linkIdentifiers(deps, alice, bob, once))).toBe(true)
      await identity.revoke(ids.link(streamName(alice), streamName(bob), 'agent'))
      expect(changed(await linkIdentifiers(deps, alice, bob, once))).toBe(true)
      expect(await identity.idOf(alice)).not.toBe(await identity.idOf(bob))
      await identity.expectSound()
    })

    test('identifiers that nobody used yet can be linked', async () => {
      const identity = await make()
      await identity.link(carol, x(1))
      expect(await identity.membersOf(x(1))).toEqual(namesOf(carol, x(1)))
      await identity.expectSound()
    })

    test('evidence does not bring back what was revoked; somebody may', async () => {
      const identity = await make()
      expect(changed(await identity.revoke(signed))).toBe(true)
      expect(changed(await identity.revoke(signed))).toBe(false)
      await identity.receive(contactFrom(alice, [says(home, 'signature', 'T1')]))
      expect(await identity.membersOf(home)).toEqual(namesOf(home))
      await identity.link(alice, home)
      expect(await identity.membersOf(home)).toEqual(namesOf(alice, home))
      await identity.expectSound()
    })

    test('a link beyond a limit is kept without effect, and says why', async () => {
      const identity = await make()
      await identity.link(alice, account(1))
      expect(await identity.link(alice, account(2))).toMatchObject({
        outcome: 'done',
        refused: [{ reason: 'account-limit' }],
      })
      expect(await identity.idOf(account(2))).not.toBe(await identity.idOf(account(1)))
      await identity.expectSound()
    })

    test.each([
      ['one identifier with itself', bob, 'same-identifier'],
      ['a number that names nobody', { type: 'phone', value: '+266696687' } as const, 'blocked'],
    ])('refuses to link %s', async (_what, other, reason) => {
      const identity = await make()
      expect(await identity.link(bob, other)).toEqual({ outcome: 'refused', reason })
      await identity.expectSound()
    })

    test('there is nothing to revoke under an id that never was', async () => {
      expect(await (await make()).revoke(ids.link('email:a', 'email:b', 'agent'))).toBeUndefined()
    })
  })

  describe('cannot-link', () => {
    test('parts what evidence joined, and outlasts evidence to come', async () => {
      const identity = await make()
      expect(changed(await identity.keepApart(alice, home))).toBe(true)
      expect(changed(await identity.keepApart(home, alice))).toBe(false)
      expect(await identity.membersOf(home)).toEqual(namesOf(home))
      await identity.receive(contactFrom(alice, [says(home, 'said', 'T1')]))
      expect(await identity.membersOf(home)).toEqual(namesOf(home))
      await identity.expectSound()
    })

    test('holds for identifiers that appear later', async () => {
      const identity = await make()
      await identity.keepApart(carol, dave)
      await identity.link(carol, dave)
      await identity.receive(contactFrom(carol, [says(dave, 'said', 'T1')]))
      expect(await identity.idOf(carol)).not.toBe(await identity.idOf(dave))
      await identity.expectSound()
    })
  })

  describe('merge and unmerge', () => {
    const state = async ({ idOf, membersOf, dump }: Registry) => ({
      ids: await Promise.all([alice, bob, home].map(idOf)),
      members: await Promise.all([alice, bob, home].map(membersOf)),
      pointers: (await dump()).pointers.toSorted((p, q) => (p.identifier.value < q.identifier.value ? -1 : 1)),
    })

    test('give back the same two customers, and nothing keeps an old hop', async () => {
      const identity = await make()
      const before = await state(identity)
      expect(changed(await identity.merge(alice, bob))).toBe(true)
      expect(await identity.membersOf(home)).toEqual(namesOf(alice, bob, home))
      await identity.expectSound()
      expect(changed(await identity.unmerge(alice, [bob]))).toBe(true)
      expect(await state(identity)).toEqual(before)
      await identity.expectSound()
    })

    test('revokes every link across and sets one cannot-link', async () => {
      const identity = await make()
      await identity.receive(contactFrom(bob, [says(home), says(alice, 'said', 'T2')]))
      await identity.unmerge(alice, [alice, home])
      const { copies } = await identity.dump()
      const edges = new Map(copies.map(({ edge }) => [edge.id, edge]))
      const active = [...edges.values()].filter(({ state }) => state === 'active').map(({ a, b }) => [a, b])
      expect(active.sort()).toEqual([[streamName(alice), streamName(bob)], namesOf(alice, home)].sort())
      expect([...edges.values()].filter(({ id }) => id.startsWith('can_'))).toHaveLength(1)
      expect([...edges.values()].filter(({ state }) => state === 'revoked')).toHaveLength(2)
      await identity.expectSound()
    })

    test('the same evidence does not merge again, nor new evidence; an agent does', async () => {
      const identity = await make()
      const evidence = contactFrom(bob, [says(alice, 'said', 'T2')])
      await identity.receive(evidence)
      await identity.unmerge(alice, [bob])
      const apart = await state(identity)
      expect((await identity.receive(evidence)).changed).toBe(false)
      await identity.receive(contactFrom(bob, [says(alice, 'written', 'T1')]))
      expect(await state(identity)).toEqual(apart)
      await identity.expectSound()
      expect(changed(await identity.merge(bob, alice))).toBe(true)
      expect(await identity.membersOf(bob)).toEqual(namesOf(alice, bob, home))
      await identity.expectSound()
      await identity.unmerge(bob, [alice, home])
      expect(await state(identity)).toEqual(apart)
      await identity.expectSound()
    })

    test('every part that an unmerge leaves is kept apart from the other side', async () => {
      const identity = await make()
      await identity.receive(contactFrom(bob, [says(home)]))
      await identity.unmerge(home, [home])
      for (const one of [alice, bob]) expect(await identity.membersOf(one)).toEqual(namesOf(one))
      for (const one of [alice, bob]) await identity.receive(contactFrom(one, [says(home, 'said', 'T1')]))
      expect(await identity.membersOf(home)).toEqual(namesOf(home))
      await identity.expectSound()
    })

    test('old ids lead to the customer in one hop, however often it was renamed', async () => {
      const identity = await make()
      const old = await Promise.all([alice, bob, home].map(identity.idOf))
      await identity.merge(alice, bob)
      await identity.link(bob, account(1))
      await identity.link(x(1), account(1))
      const now = await identity.idOf(account(1))
      expect(now).toBe(ids.customer(streamName(account(1))))
      const records = await identity.deps.store.readRecords([...new Set(old)])
      expect(records.map(({ redirect, members }) => [redirect, members])).toEqual(records.map(() => [now, []]))
      await identity.expectSound()
    })

    test('customers that are one already stay as they are', async () => {
      const identity = await make()
      const before = identity.writes()
      expect(changed(await identity.merge(alice, home))).toBe(false)
      expect(identity.writes()).toBe(before)
    })

    test('merging beyond a limit is refused and writes nothing', async () => {
      const identity = await make()
      await identity.link(alice, account(1))
      await identity.link(bob, account(2))
      const before = identity.writes()
      expect(await identity.merge(alice, bob)).toEqual({ outcome: 'refused', reason: 'account-limit' })
      expect(identity.writes()).toBe(before)
    })

    test('merging is refused when a member of either would be left out', async () => {
      const identity = await make()
      for (const [n, one] of [
        [1, bob],
        [2, bob],
        [3, home],
      ] as const) {
        await identity.receive(contactFrom(x(n), [says(one, 'said', 'T1')]))
      }
      const before = identity.writes()
      expect(await identity.merge(alice, bob)).toEqual({ outcome: 'refused', reason: 'network-limit' })
      expect(identity.writes()).toBe(before)
    })

    test.each([
      ['a stranger', [dave], 'not-a-member'],
      ['everything', [alice, home], 'nothing-left'],
    ])('unmerging %s is refused and writes nothing', async (_what, away, reason) => {
      const identity = await make()
      const before = identity.writes()
      expect(await identity.unmerge(alice, away)).toEqual({ outcome: 'refused', reason })
      expect(identity.writes()).toBe(before)
    })

    test('nobody is nobody', async () => {
      const identity = await make()
      expect(await identity.merge(alice, dave)).toBeUndefined()
      expect(await identity.unmerge(dave, [dave])).toBeUndefined()
    })
  })

  test('the identity log tells who decided what and why, before and after', async () => {
    const identity = await make()
    const [a] = await Promise.all([alice, bob].map(identity.idOf))
    await identity.merge(alice, bob)
    await identity.unmerge(alice, [bob])
    const log = await identity.deps.store.readLog(a ?? '', 10)
    expect(log.map(({ operation }) => operation.kind)).toEqual(['unmerge', 'merge', 'identify'])
    expect(log[0]).toMatchObject({ operation: { by: 'anna', reason: 'a test' }, seq: 3, before: log[1]?.after })
    expect(await identity.deps.store.readLog(a ?? '', 1, 3)).toEqual([log[1]])
    expect(await identity.deps.store.readLog(a ?? '', 10, 1)).toEqual([])
  })

  describe('an unmerge of more than one transaction holds', () => {
    const phones = [1, 2, 3, 4, 5].map(phone)
    const rules = Array.from({ length: 14 }, (_, n) => `rule-${n}`)

    /** 70 links between alice and five phones. */
    const makeWide = async (): Promise<Registry> => {
      const identity = registry(await makeTable())
      for (const number of phones) {
        await identity.receive(
          contactFrom(
            alice,
            rules.map(rule => says(number, rule, 'T2')),
          ),
        )
      }
      return identity
    }

    test('is done in several under one operation id, of which the first parts the sides already', async () => {
      const { deps, act, ...identity } = await makeWide()
      expect(await identity.membersOf(alice)).toEqual(namesOf(alice, ...phones))
      const operation = act('the unmerge')
      expect(changed(await unmerge(deps, await identity.idOf(alice), phones, operation))).toBe(true)
      const log = await deps.store.readLog(ids.customer(streamName(alice)), 10)
      const steps = log.filter(({ operation }) => operation.kind === 'unmerge')
      expect(steps.map(({ after }) => after.members.length)).toEqual(steps.map(() => 1))
      const marker = await deps.store.readMarker('the unmerge')
      expect(marker?.step).toBeGreaterThan(0)
      expect(marker?.remaining).toEqual([])
      for (const one of [alice, ...phones]) expect(await identity.membersOf(one)).toEqual(namesOf(one))
      const { copies } = await identity.dump()
      expect(copies.filter(({ edge }) => edge.state === 'active')).toHaveLength(2 * phones.length)
      await identity.expectSound()
    })
  })
})
