import { expect, test } from 'vitest'
import { countries } from '../../bench/world/options.ts'
import { linesAt } from '../../bench/world/people/person.ts'
import { customers } from './sample.ts'

const share = (predicate: (person: (typeof customers)[number]) => boolean): number =>
  customers.filter(predicate).length / customers.length

test('there are as many as asked for, of every country', () => {
  expect(customers).toHaveLength(375)
  expect(new Set(customers.map(({ country }) => country))).toEqual(new Set(countries))
})

test('some have several phones, addresses and accounts', () => {
  expect(share(({ lines }) => lines.length > 1)).toBeGreaterThan(0.3)
  expect(share(({ addresses }) => addresses.length > 1)).toBeGreaterThan(0.2)
  expect(share(({ x, facebook }) => x !== undefined && facebook !== undefined)).toBeGreaterThan(0.08)
})

test('households and offices share a line or a mailbox', () => {
  expect(
    share(({ lines }) => lines.some(({ use, sharedBy }) => use === 'home' && sharedBy.length > 1)),
  ).toBeGreaterThan(0.2)
  expect(
    share(({ lines }) => lines.some(({ use, sharedBy }) => use === 'work' && sharedBy.length > 3)),
  ).toBeGreaterThan(0.04)
  expect(share(({ addresses }) => addresses.some(({ sharedBy }) => sharedBy.length > 1))).toBeGreaterThan(0.1)
})

test('some withhold their number, some slip on the keys', () => {
  expect(share(({ habits }) => habits.withholds)).toBeGreaterThan(0.01)
  expect(share(({ habits }) => habits.slips)).toBeGreaterThan(0.01)
})

test('who shares a line or an address is known on both sides', () => {
  const linesOf = new Map(customers.map(({ id, lines }) => [id, new Set(lines.map(({ phone }) => phone.e164))]))
  for (const { lines } of customers)
    for (const { phone, sharedBy } of lines)
      for (const other of sharedBy) expect(linesOf.get(other)).toContain(phone.e164)
})

test('nobody has what is not shared with them, but for a number that was handed over in time', () => {
  const holders = new Map<string, string[]>()
  for (const person of customers) {
    const own = [...person.addresses.map(({ address }) => address), ...(person.x ? [person.x.id] : []), person.account]
    const now = linesAt(person, Date.parse('2026-03-02T00:00:00Z')).map(({ phone }) => phone.e164)
    for (const value of [...own, ...now]) holders.set(value, [...(holders.get(value) ?? []), person.id])
  }
  const shared = customers.flatMap(({ lines, addresses }) => [
    ...lines.map(({ phone, sharedBy }) => [phone.e164, sharedBy] as const),
    ...addresses.map(({ address, sharedBy }) => [address, sharedBy] as const),
  ])
  const allowed = new Map(shared)
  for (const [value, ids] of holders)
    if (ids.length > 1) expect(allowed.get(value)).toEqual(expect.arrayContaining(ids))
})

test('a number that changes hands is nobody’s in between', () => {
  const given = customers.flatMap(({ lines }) => lines.filter(({ until }) => until !== undefined))
  const taken = customers.flatMap(({ lines }) => lines.filter(({ from }) => from !== undefined))
  const pairs = given.flatMap(giver =>
    taken.filter(({ phone }) => phone.e164 === giver.phone.e164).map(taker => [giver, taker] as const),
  )
  expect(pairs.length).toBeGreaterThan(0)
  for (const [giver, taker] of pairs) expect(taker.from).toBeGreaterThan(giver.until ?? Number.POSITIVE_INFINITY)
})
