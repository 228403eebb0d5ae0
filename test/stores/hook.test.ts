import { expect, test } from 'vitest'
import { hookStore } from '../../adapters/dynamodb/hook-store.ts'
import { type Delivery, freshDelivery, leased, replayed, tried } from '../../core/hooks/delivery.ts'
import type { Hook } from '../../core/hooks/hook.ts'
import { describeOnEveryTable } from '../engines.ts'

const [noon, later] = ['2026-03-01T12:00:00.000Z', '2026-03-01T12:00:01.000Z']
const delivery = (digit: string, at: string, hook = 'shop'): Delivery =>
  freshDelivery(hook, { type: 'hook.test', id: digit.repeat(32), subject: { id: digit } }, at)

describeOnEveryTable('hook store', makeTable => {
  test('a delivery is there once, and changed on the version that was read', async () => {
    const store = hookStore(await makeTable())
    const first = delivery('a', noon)
    expect([await store.create(first), await store.create(first)]).toEqual([true, false])
    const held = leased(first, noon)
    expect([await store.change(held), await store.change(held)]).toEqual([true, false])
    expect(await store.read(first.id)).toEqual(held)
    expect(await store.read('f'.repeat(32))).toBeUndefined()
  })

  test('the log of a webhook pages newest first, and is its own', async () => {
    const store = hookStore(await makeTable())
    for (const one of [delivery('a', noon), delivery('b', noon), delivery('c', later), delivery('d', later, 'other')])
      await store.create(one)
    const first = await store.deliveries('shop', 2)
    expect(first.map(({ id }) => id[0])).toEqual(['c', 'b'])
    expect((await store.deliveries('shop', 2, first.at(-1))).map(({ id }) => id[0])).toEqual(['a'])
  })

  test('what failed is listed by time while it has failed, and no longer', async () => {
    const store = hookStore(await makeTable())
    const fail = (one: Delivery) => tried(one, { at: noon, ms: 1, trouble: 'gone' }, noon)
    for (const one of [delivery('a', noon), delivery('b', later)]) {
      await store.create(one)
      await store.change(fail(one))
    }
    await store.create(delivery('c', later))
    expect((await store.failed('shop', noon, 10)).map(({ id }) => id[0])).toEqual(['a', 'b'])
    expect((await store.failed('shop', later, 10)).map(({ id }) => id[0])).toEqual(['b'])
    await store.change(replayed(fail(delivery('b', later)), later))
    expect((await store.failed('shop', noon, 10)).map(({ id }) => id[0])).toEqual(['a'])
  })

  test('failures long apart are no failing in between; one that is told late makes none of the others', async () => {
    const store = hookStore(await makeTable())
    const at = (hours: number) => new Date(Date.parse(noon) + hours * 3_600_000).toISOString()
    for (const hours of [0, 1, 3, 2.5, 5]) expect(await store.noteFailure('shop', at(hours))).toBe(noon)
    expect(await store.noteFailure('shop', at(7.1))).toBe(at(7.1))
    expect(await store.failingSince('shop')).toBe(at(7.1))
  })

  test('many that fail at once agree since when', async () => {
    const store = hookStore(await makeTable())
    await store.noteFailure('shop', noon)
    const noted = await Promise.all([1, 2, 3, 4, 5].map(() => store.noteFailure('shop', later)))
    expect(new Set(noted)).toEqual(new Set([noon]))
  })

  test('a webhook is switched off as it was read, or not at all', async () => {
    const store = hookStore(await makeTable())
    const hook: Hook = { v: 1, id: 'shop', url: 'https://example.com/', events: ['reply.sent'], active: true }
    const off = { at: noon, reason: 'gone' } as const
    expect(await store.switchOff(hook, off)).toBe(false)
    await store.hooks.write(hook)
    const moved: Hook = { ...hook, url: 'https://example.com/new' }
    await store.hooks.write(moved)
    expect(await store.switchOff(hook, off)).toBe(false)
    expect(await store.hooks.read('shop')).toEqual(moved)
    expect(await store.switchOff(moved, off)).toBe(true)
    expect(await store.hooks.read('shop')).toEqual({ ...moved, active: false, off })
    expect(await store.switchOff(moved, off)).toBe(false)
    await store.hooks.write(hook)
    expect(await store.hooks.read('shop')).toEqual(hook)
  })

  test('since when a webhook fails is the first failure after a success', async () => {
    const store = hookStore(await makeTable())
    expect(await store.failingSince('shop')).toBeUndefined()
    expect([await store.noteFailure('shop', noon), await store.noteFailure('shop', later)]).toEqual([noon, noon])
    expect(await store.failingSince('shop')).toBe(noon)
    await store.noteSuccess('shop')
    await store.noteSuccess('shop')
    expect(await store.failingSince('shop')).toBeUndefined()
    expect(await store.noteFailure('shop', later)).toBe(later)
  })

  test('the secret of a webhook is apart from it', async () => {
    const store = hookStore(await makeTable())
    const hook = { v: 1, id: 'shop', url: 'https://example.com/', events: [], active: true } as const
    await store.hooks.write({ ...hook, events: [] })
    await store.secrets.write({ v: 1, id: 'shop', secret: 'a'.repeat(64) })
    expect(JSON.stringify(await store.hooks.list(10))).not.toContain('aaaa')
    expect(await store.secrets.read('shop')).toMatchObject({ secret: 'a'.repeat(64) })
  })
})
