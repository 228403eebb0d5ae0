import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeOf } from '../../adapters/dynamodb/changes.ts'
import { outcomeKeys } from '../../adapters/dynamodb/keys.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { streamName } from '../../core/contact/stream.ts'
import { joinOutcomes, type Outcome } from '../../core/outcome/outcome.ts'
import { describeOnEveryTable } from '../engines.ts'
import { alice, bob, sale } from './outcomes.ts'

/** Deliveries of a few outcomes, some corrected, moved to another customer or another time. */
const deliveries = fc.array(
  fc
    .record({
      id: fc.constantFrom('order-1', 'order-2'),
      kind: fc.constantFrom('sale' as const, 'refund' as const),
      identifier: fc.constantFrom(alice, bob),
      occurredAt: fc.constantFrom('2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z'),
      revision: fc.nat(2),
      recordedAt: fc.constantFrom('2026-03-04T10:00:00.000Z', '2026-03-05T10:00:00.000Z'),
    })
    .map(sale),
  { maxLength: 6 },
)

const everyFact = async (table = memoryTable(), arrived: Outcome[]) => {
  const store = outcomeStore(table)
  for (const outcome of arrived) await store.keep(outcome)
  const streams = [alice, bob].map(identifier => streamName(identifier))
  return Promise.all(streams.map(stream => store.ofStream(stream, { limit: 100 })))
}

test('any order of deliveries, any number of times, ends in the same facts', async () => {
  const law = fc.asyncProperty(deliveries, fc.func(fc.nat()), async (arrived, by) => {
    const shuffled = [...arrived, ...arrived].toSorted((a, b) => by(a) - by(b))
    expect(await everyFact(memoryTable(), shuffled)).toEqual(await everyFact(memoryTable(), arrived))
  })
  await fc.assert(law, { numRuns: 60 })
})

test('of two deliveries the same one holds, whichever comes first, and a third changes nothing about that', () => {
  const one = deliveries.filter(all => all.length > 2)
  const law = fc.property(one, ([a = sale(), other = sale(), third = sale()]) => {
    const [b, c] = [
      { ...other, id: a.id },
      { ...third, id: a.id },
    ]
    expect(joinOutcomes(a, b)).toEqual(joinOutcomes(b, a))
    expect(joinOutcomes(a, joinOutcomes(b, c))).toEqual(joinOutcomes(joinOutcomes(a, b), c))
    expect(joinOutcomes(a, a)).toEqual(a)
  })
  fc.assert(law, { numRuns: 100 })
})

describeOnEveryTable('outcome store', makeTable => {
  test('a redelivery is already there; a correction to another customer leaves the first', async () => {
    const store = outcomeStore(await makeTable())
    expect(await store.keep(sale())).toBe('added')
    expect(await store.keep(sale({ recordedAt: '2026-03-09T00:00:00.000Z' }))).toBe('already there')
    expect(await store.keep(sale({ identifier: bob, revision: 1 }))).toBe('corrected')
    expect(await store.keep(sale())).toBe('already there')
    expect(await store.ofStream('email:alice@example.com', { limit: 10 })).toEqual([])
    expect(await store.ofStream('phone:+442079460123', { limit: 10 })).toEqual([sale({ identifier: bob, revision: 1 })])
    expect(await store.read('order-1')).toMatchObject({ identifier: bob })
  })

  test('pages of a stream give each outcome once, in order of time, within the asked time', async () => {
    const store = outcomeStore(await makeTable())
    const days = ['01', '02', '03', '04']
    for (const day of days.toReversed()) {
      await store.keep(sale({ id: `order-${day}`, occurredAt: `2026-03-${day}T00:00:00.000Z` }))
    }
    const range = { since: '2026-03-02T00:00:00.000Z', until: '2026-03-04T00:00:00.000Z', limit: 2 }
    const first = await store.ofStream('email:alice@example.com', range)
    const rest = await store.ofStream('email:alice@example.com', { ...range, ...(first[1] && { after: first[1] }) })
    expect([...first, ...rest].map(({ id }) => id)).toEqual(['order-02', 'order-03', 'order-04'])
  })

  test('what a change tells: where it stands, and where it stood', async () => {
    const table = await makeTable()
    const store = outcomeStore(table)
    await store.keep(sale())
    await store.keep(sale({ identifier: bob, revision: 1 }))
    const item = await table.get(outcomeKeys.outcome('order-1'), true)
    const change = { v: 1, type: 'outcome', id: 'order-1', at: '2026-03-02T10:00:00.000Z' }
    expect(item && changeOf(item)).toEqual([
      { ...change, stream: 'phone:+442079460123' },
      { ...change, stream: 'email:alice@example.com' },
    ])
  })
})
