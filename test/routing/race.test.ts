import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { keepCounts } from '../../core/conversation/keep-counts.ts'
import { nothingWritten } from '../../core/conversation/store.ts'
import { atOnce } from '../../core/live/at-once.ts'
import { mailAt } from '../conversation/contacts.ts'
import { engines, type StartedTable } from '../engines.ts'
import { everything } from './company.ts'
import { makeRoutedWorld } from './routed-world.ts'

const jitter = (): Promise<void> => new Promise(resolve => setTimeout(resolve, Math.random() * 20))

const mailFrom = (n: number): Contact => {
  const identifier = { type: 'email', value: `customer-${n}@example.com` } as const
  return mailAt(`mail ${n}`, `2T09:${String(n).padStart(2, '0')}`, 'hello', { from: { identifier }, evidence: [] })
}

describe.each(engines)('assignments that race on $name', engine => {
  let started: StartedTable
  beforeAll(async () => {
    started = await engine.start()
  })
  afterAll(() => started.stop())

  test('give nobody more than they can take, leave nobody idle, and are counted right', async () => {
    const world = makeRoutedWorld(await started.makeTable(), jitter)
    const capacities = { ada: 2, bob: 3, carol: 3 }
    for (const [id, capacity] of Object.entries(capacities)) await world.put(id, { capacity })
    const opened = await Promise.all(Array.from({ length: 12 }, (_, n) => world.receive(mailFrom(n))))
    await world.rules(everything)
    const ids = opened.map(({ id }) => id)
    const told = [...ids, ...ids]
    await Promise.all([
      atOnce(4, told, async id => void (await world.route(id))),
      atOnce(2, told, id => keepCounts({ store: world.deps.store, pause: jitter }, { v: 1, type: 'conversation', id })),
    ])
    expect(await world.loads()).toEqual(capacities)
    const given = await Promise.all(ids.map(world.read))
    const has = (id: string) => given.filter(({ assignee }) => assignee === id).length
    expect({ ada: has('ada'), bob: has('bob'), carol: has('carol') }).toEqual(capacities)
    await Promise.all(ids.map(world.follow))
    expect(await world.loads()).toEqual(capacities)
    expect((await world.deps.store.counts())['open assignee:']).toBe(4)
  }, 110_000)

  test('that were decided by the same look at somebody: the second is refused', async () => {
    const world = makeRoutedWorld(await started.makeTable(), jitter)
    await world.put('ada', { capacity: 1 })
    const [first, second] = [await world.receive(mailFrom(50)), await world.receive(mailFrom(51))]
    const [seat] = await world.routing.routing.seats()
    if (seat === undefined) throw new Error('nobody is there')
    const assign = (was: Conversation) => {
      const assignedBy = { actor: 'throughline', at: world.clock.now, rule: 'all', to: 'ada' }
      const next = { ...was, version: was.version + 1, assignee: 'ada', assignedBy }
      return world.routing.routing.assign({ ...nothingWritten, conversations: [{ next, was }] }, seat)
    }
    expect([await assign(first), await assign(second)]).toEqual([true, false])
    expect(await world.loads()).toEqual({ ada: 1 })
    expect((await world.read(second.id)).assignee).toBeUndefined()
  }, 30_000)

  test('an agent who goes is given nothing after that', async () => {
    const world = makeRoutedWorld(await started.makeTable(), jitter)
    await world.employ('ada')
    await world.rules(everything)
    const { id } = await world.receive({ ...mailFrom(40), direction: 'inbound' })
    expect((await world.read(id)).assignee).toBe('ada')
    const [seat] = await world.routing.routing.seats()
    if (seat === undefined) throw new Error('nobody is there')
    await world.put('ada', { availability: 'away' })
    const was = await world.read(id)
    const next = { ...was, version: was.version + 1, assignee: 'ada', assignedBy: was.assignedBy }
    const write = { ...nothingWritten, conversations: [{ next, was }] }
    expect(await world.routing.routing.assign(write, seat)).toBe(false)
  }, 30_000)
})
