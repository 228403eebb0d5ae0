import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hookPoster } from '../../adapters/hooks/post.ts'
import { act } from '../../core/conversation/act.ts'
import { hookBodies } from '../../core/hooks/body.ts'
import { freshDelivery } from '../../core/hooks/delivery.ts'
import type { HookDeps } from '../../core/hooks/deps.ts'
import { followHooks } from '../../core/hooks/follow.ts'
import type { Hook } from '../../core/hooks/hook.ts'
import { replay, replayFailed } from '../../core/hooks/replay.ts'
import { mailAt } from '../conversation/contacts.ts'
import { isSigned, startReceiver } from './receiver.ts'
import { makeHooks, secret } from './world.ts'

const minute = 60_000
const hour = 60 * minute
const parcel = mailAt('parcel', '2T11:00', 'My parcel has not arrived')

let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.stop())
beforeEach(() => {
  receiver.heard.length = 0
  receiver.answering(response => response.writeHead(204).end())
})

const typesHeard = () => receiver.heard.map(({ body }) => body.type)

describe('another system is told', () => {
  test('of a contact and its conversation, in the schemas of the document, signed', async () => {
    const world = await makeHooks(receiver.url)
    await world.receive(parcel)
    expect(typesHeard().toSorted()).toEqual(['contact.recorded', 'conversation.opened'])
    for (const told of receiver.heard) {
      expect(isSigned(told, secret)).toBe(true)
      expect(isSigned({ ...told, raw: `${told.raw} ` }, secret)).toBe(false)
      expect(told.headers).toMatchObject({
        'content-type': 'application/json',
        'x-throughline-delivery': told.body.id,
        'x-throughline-event': told.body.type,
      })
    }
    const recorded = receiver.heard.find(({ body }) => body.type === 'contact.recorded')?.body
    const { data } = hookBodies['contact.recorded'].parse(recorded)
    expect(data.contact).toMatchObject({ id: parcel.id, text: parcel.text, channel: 'email' })
    expect(
      hookBodies['conversation.opened'].safeParse(receiver.heard[1]?.body ?? receiver.heard[0]?.body).success,
    ).toBe(true)
    expect(world.queue).toEqual([])
  })

  test('of a change, and of its being resolved, each once however often the stream tells it', async () => {
    const world = await makeHooks(receiver.url, { events: ['conversation.changed', 'conversation.resolved'] })
    await world.receive(parcel)
    const conversation = await world.conversationOf(parcel)
    await act(world.conversing, conversation?.id ?? '', { do: 'status', status: 'resolved' }, { actor: 'bob' })
    const changes = world.watched.taken()
    for (const change of [...changes, ...changes]) await followHooks(world.deps, change)
    await world.deliverDue()
    expect(typesHeard().toSorted()).toEqual(['conversation.changed', 'conversation.resolved'])
  })

  test('only of what it asked for, and of nothing while it is switched off', async () => {
    const world = await makeHooks(receiver.url, { events: ['conversation.opened'] })
    await world.receive(parcel)
    expect(typesHeard()).toEqual(['conversation.opened'])
    const off = await makeHooks(receiver.url, { active: false })
    await off.receive(parcel)
    expect(typesHeard()).toEqual(['conversation.opened'])
    expect(await off.log()).toEqual([])
  })

  test('nothing of what is gone by then', async () => {
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] })
    receiver.answering(response => response.writeHead(500).end())
    await world.receive(parcel)
    const located = await world.timeline.locate(parcel.id)
    await world.table.remove({ pk: `S#${located?.place?.stream}`, sk: `T#${located?.place?.sortAt}#${parcel.id}` })
    receiver.answering(response => response.writeHead(204).end())
    await world.pass(hour)
    expect(receiver.heard).toHaveLength(1)
    expect((await world.log())[0]).toMatchObject({ status: 'nothing' })
  })
})

describe('another system that is not there', () => {
  const down = async (events: Parameters<typeof makeHooks>[1] = { events: ['contact.recorded'] }) => {
    const world = await makeHooks(receiver.url, events)
    receiver.answering(response => response.writeHead(503).end())
    await world.receive(parcel)
    return world
  }

  test('for a while is told when it is back, by the same id; the log says how it went, not what was said', async () => {
    const world = await down()
    await world.pass(3 * hour)
    const failures = receiver.heard.length
    expect(failures).toBeGreaterThan(5)
    expect((await world.log())[0]).toMatchObject({ status: 'waiting', failures })
    expect(await world.store.failingSince('shop')).toBe('2026-03-02T12:00:00.000Z')
    receiver.answering(response => response.writeHead(200).end('thanks'))
    await world.pass(2 * hour)
    expect(new Set(receiver.heard.map(({ headers }) => headers['x-throughline-delivery'])).size).toBe(1)
    expect(receiver.heard.every(told => isSigned(told, secret))).toBe(true)
    const [delivery] = await world.log()
    expect(delivery).toMatchObject({ status: 'delivered' })
    expect(delivery?.tries.at(-1)).toMatchObject({ status: 200 })
    expect(delivery?.tries[0]).toMatchObject({ status: 503, trouble: 'answered with an error' })
    expect(JSON.stringify(await world.log())).not.toContain('parcel has not')
    expect(await world.store.failingSince('shop')).toBeUndefined()
  })

  test('for a day is switched off, with a notice; nothing is tried any more until it is switched on and replayed', async () => {
    const world = await down()
    await world.pass(12 * hour)
    await world.receive(mailAt('later', '2T23:00', 'Still no parcel'))
    await world.pass(13 * hour)
    expect(await world.store.hooks.read('shop')).toMatchObject({ active: false, off: { reason: 'failed for a day' } })
    expect(world.noticed).toEqual(['shop'])
    const tried = receiver.heard.length
    await world.pass(24 * hour)
    expect(receiver.heard).toHaveLength(tried)
    expect((await world.log()).map(({ status }) => status)).toEqual(['failed', 'failed'])
    receiver.answering(response => response.writeHead(204).end())
    await world.store.hooks.write({ v: 1, id: 'shop', url: receiver.url, events: ['contact.recorded'], active: true })
    expect(await replayFailed(world.deps, 'shop', '2026-03-02T00:00:00.000Z')).toEqual({ replayed: 2, more: false })
    await world.deliverDue()
    expect((await world.log()).map(({ status, replays }) => [status, replays])).toEqual([
      ['delivered', 1],
      ['delivered', 1],
    ])
    expect(await replayFailed(world.deps, 'shop', '2026-03-02T00:00:00.000Z')).toEqual({ replayed: 0, more: false })
  })

  test('for good, as it says with 410, is switched off at once', async () => {
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] })
    receiver.answering(response => response.writeHead(410).end())
    await world.receive(parcel)
    expect(await world.store.hooks.read('shop')).toMatchObject({ active: false, off: { reason: 'gone' } })
    expect(world.noticed).toEqual(['shop'])
    expect((await world.log())[0]).toMatchObject({ status: 'failed', failures: 1 })
    expect(world.queue).toEqual([])
  })

  test('is told again when somebody asks, though it was delivered', async () => {
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] })
    await world.receive(parcel)
    const [delivery] = await world.log()
    await replay(world.deps, delivery?.id ?? '')
    await world.deliverDue()
    expect(receiver.heard.map(({ body }) => body.id)).toEqual([delivery?.id, delivery?.id])
    expect(await replay(world.deps, '0'.repeat(32))).toBeUndefined()
  })
})

describe('a quiet webhook', () => {
  test('is not switched off by one failure long after another', async () => {
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] })
    receiver.answering(response => response.writeHead(503).end())
    await world.receive(parcel)
    await world.pass(24 * hour)
    expect((await world.log())[0]).toMatchObject({ status: 'failed' })
    await world.pass(6 * 24 * hour)
    await world.receive(mailAt('later', '8T12:00', 'Still no parcel'))
    expect((await world.log())[0]).toMatchObject({ status: 'waiting', failures: 1 })
    expect(await world.store.hooks.read('shop')).toMatchObject({ active: true })
    expect(await world.store.failingSince('shop')).toBe(world.clock.now)
    expect(world.noticed).toEqual([])
  })
})

describe('settings that an operator saves while a delivery is tried', () => {
  const url = 'https://shop.example.com/new'
  const elsewhere: Hook = { v: 1, id: 'shop', url, events: ['contact.recorded'], active: true }

  test('stay, whatever came of the try', async () => {
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] }, async () => {
      await world.store.hooks.write(elsewhere)
      return { ms: 1, status: 410 }
    })
    await world.receive(parcel)
    expect(await world.store.hooks.read('shop')).toEqual(elsewhere)
    expect(world.noticed).toEqual([])
  })
})

describe('another system that misbehaves', () => {
  const tryOf = async (post = hookPoster({ loopback: true })) => {
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] }, post)
    await world.receive(parcel)
    return (await world.log())[0]?.tries[0]
  }

  test('redirects: it is not followed', async () => {
    receiver.answering(response => response.writeHead(302, { location: receiver.url }).end())
    expect(await tryOf()).toMatchObject({ status: 302, trouble: 'redirected' })
    expect(receiver.heard).toHaveLength(1)
  })

  test('is slow: it is not waited for', async () => {
    receiver.answering(() => undefined)
    expect(await tryOf(hookPoster({ loopback: true, timeoutMs: 200 }))).toMatchObject({ trouble: 'timed out' })
  })

  test('answers drop by drop: it is not waited for either', async () => {
    receiver.answering(response => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
      response.writeHead(200)
    })
    expect(await tryOf(hookPoster({ loopback: true, timeoutMs: 300 }))).toMatchObject({ trouble: 'timed out' })
  })

  test('answers without end: its status counts, the rest is not read', async () => {
    let sent = 0
    const closed = new Promise<void>(done =>
      receiver.answering(response => {
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
          if (!response.destroyed) response.once('drain', pour)
        }
        response.on('close', done)
        response.writeHead(200)
        pour()
      }),
    )
    expect(await tryOf()).toMatchObject({ status: 200 })
    await closed
    expect(sent).toBeLessThan(20_000_000)
  })

  test('hangs up, or is not there', async () => {
    receiver.answering(response => response.destroy())
    expect(await tryOf()).toMatchObject({ trouble: 'not reached' })
  })
})

describe('told twice at once', () => {
  test('one tries it', async () => {
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] })
    const told = { type: 'hook.test', id: 'f'.repeat(32), subject: { id: 'x' } } as const
    await world.store.create(freshDelivery('shop', told, world.clock.now))
    const message = { v: 1, type: 'deliver', id: 'f'.repeat(32) } as const
    await Promise.all([1, 2, 3].map(() => followHooks(world.deps, message)))
    await world.pass(hour)
    expect(typesHeard()).toEqual(['hook.test'])
  })

  test('what a worker left that died while trying is tried again when its hold is over', async () => {
    let dies = true
    const poster = hookPoster({ loopback: true })
    const world = await makeHooks(receiver.url, { events: ['contact.recorded'] }, async post => {
      const posted = await poster(post)
      if (dies) throw new Error('the worker died')
      return posted
    })
    await expect(world.receive(parcel)).rejects.toThrow('died')
    const [{ id } = { id: '' }] = await world.log()
    dies = false
    await followHooks(world.deps, { v: 1, type: 'deliver', id })
    expect(receiver.heard).toHaveLength(1)
    await world.pass(minute)
    expect(receiver.heard).toHaveLength(2)
    expect((await world.log())[0]).toMatchObject({ status: 'delivered' })
  })

  test.each(['taken by another', 'written, and refused when it was repeated'])(
    'a delivery whose hold was %s is looked at again half a minute later',
    async how => {
      const world = await makeHooks(receiver.url, { events: ['contact.recorded'] })
      const told = { type: 'hook.test', id: 'f'.repeat(32), subject: { id: 'x' } } as const
      await world.store.create(freshDelivery('shop', told, world.clock.now))
      const refusing: HookDeps['store'] = {
        ...world.store,
        change: async next => {
          if (how !== 'taken by another') await world.store.change(next)
          return false
        },
      }
      const message = { v: 1, type: 'deliver', id: 'f'.repeat(32) } as const
      await followHooks({ ...world.deps, store: refusing }, message)
      expect(receiver.heard).toEqual([])
      await world.pass(minute)
      expect(typesHeard()).toEqual(['hook.test'])
      expect(world.queue).toEqual([])
    },
  )
})
