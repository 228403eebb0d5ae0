import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { freshDelivery, tried } from '../../core/hooks/delivery.ts'
import { makeStack, now, operator } from './stack.ts'

const url = 'https://shop.example.com/hooks'

function makeCompany() {
  const stack = makeStack()
  const call = (method: string, path: string, body?: object) =>
    stack.call(method, path, { groups: operator, ...(body && { body }) })
  return { ...stack, call }
}

const errorsSchema = z.object({ errors: z.array(z.object({ field: z.string() })) })

describe('webhooks', () => {
  test('are configured; the secret is shown when it is made and never again', async () => {
    const { call } = makeCompany()
    const made = await call('PUT', '/v1/hooks/shop', { url, events: ['reply.sent'] })
    const { secret } = z.object({ secret: z.string().regex(/^[0-9a-f]{64}$/) }).parse(made.body)
    expect(made).toMatchObject({ status: 200, body: { id: 'shop', url, active: true } })
    const changed = await call('PUT', '/v1/hooks/shop', { url, events: ['reply.sent', 'reply.failed'] })
    expect(changed.body).not.toHaveProperty('secret')
    const { body } = await call('GET', '/v1/hooks')
    expect(body).toEqual({ items: [{ id: 'shop', url, events: ['reply.sent', 'reply.failed'], active: true }] })
    const renewed = await call('PUT', '/v1/hooks/shop', { url, newSecret: true })
    expect(z.object({ secret: z.string() }).parse(renewed.body).secret).not.toBe(secret)
  })

  test.each(['http://shop.example.com/', 'http://127.0.0.1:9/', 'https://localhost/', 'nowhere'])(
    'do not lead to %s',
    async wrong => {
      const { call } = makeCompany()
      const { status, body } = await call('PUT', '/v1/hooks/shop', { url: wrong })
      expect([status, errorsSchema.parse(body).errors.map(({ field }) => field)]).toEqual([422, ['body.url']])
      expect((await call('GET', '/v1/hooks')).body).toEqual({ items: [] })
    },
  )

  test('are tried, and the log pages newest first', async () => {
    const { call, delivered, clock } = makeCompany()
    await call('PUT', '/v1/hooks/shop', { url })
    const ids: unknown[] = []
    for (let minute = 0; minute < 5; minute++) {
      clock.now = `2026-04-01T12:0${minute}:00.000Z`
      const { status, body } = await call('POST', '/v1/hooks/shop/test')
      expect([status, body.status, body.type]).toEqual([202, 'waiting', 'hook.test'])
      ids.push(body.id)
    }
    expect(delivered).toEqual(ids)
    const pageSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })), cursor: z.string().optional() })
    const read: string[] = []
    let cursor = ''
    do {
      const page = pageSchema.parse((await call('GET', `/v1/hooks/shop/deliveries?limit=2${cursor}`)).body)
      read.push(...page.items.map(({ id }) => id))
      cursor = page.cursor === undefined ? '' : `&cursor=${page.cursor}`
    } while (cursor !== '')
    expect(read).toEqual(ids.toReversed())
  })

  test('are told again what failed: one, or all since a time', async () => {
    const { call, deps, delivered } = makeCompany()
    await call('PUT', '/v1/hooks/shop', { url })
    const failing = ['a', 'b'].map(digit => digit.repeat(32))
    for (const id of failing) {
      const fresh = freshDelivery('shop', { type: 'hook.test', id, subject: { id } }, now)
      await deps.hooks.store.create(fresh)
      await deps.hooks.store.change(tried(fresh, { at: now, ms: 3, trouble: 'gone' }, now))
    }
    const one = await call('POST', `/v1/hooks/shop/deliveries/${failing[0]}/replay`)
    expect(one).toMatchObject({ status: 202, body: { status: 'waiting', replays: 1 } })
    const all = await call('POST', '/v1/hooks/shop/replay', { since: '2026-04-01T00:00:00.000Z' })
    expect(all).toMatchObject({ status: 202, body: { replayed: 1, more: false } })
    expect(delivered).toEqual(failing)
  })

  test('that are switched off are told nothing again, and another one’s deliveries are not theirs', async () => {
    const { call, deps } = makeCompany()
    await call('PUT', '/v1/hooks/shop', { url })
    await call('PUT', '/v1/hooks/other', { url })
    const id = 'c'.repeat(32)
    await deps.hooks.store.create(freshDelivery('shop', { type: 'hook.test', id, subject: { id } }, now))
    expect((await call('POST', `/v1/hooks/other/deliveries/${id}/replay`)).status).toBe(404)
    await call('PUT', '/v1/hooks/shop', { url, active: false })
    for (const path of [`deliveries/${id}/replay`, 'test'])
      expect((await call('POST', `/v1/hooks/shop/${path}`)).status).toBe(409)
    expect((await call('POST', '/v1/hooks/nobody/test')).status).toBe(404)
    expect((await call('GET', '/v1/hooks/nobody/deliveries')).status).toBe(404)
  })
})

test('set-aside messages of the queue of webhooks go back to it', async () => {
  const { call, deps, replayed } = makeCompany()
  const base = { v: 1, at: now, stage: 'hooks', reason: 'it failed', replays: 0 } as const
  const deliver = { v: 1, type: 'deliver', id: 'd'.repeat(32) }
  await deps.setAside.write({ ...base, id: 'one', message: JSON.stringify(deliver) })
  await deps.setAside.write({ ...base, id: 'two', message: JSON.stringify({ v: 1, type: 'conversation', id: 'x' }) })
  for (const id of ['one', 'two']) expect((await call('POST', `/v1/set-aside/${id}/replay`)).status).toBe(202)
  expect(replayed.map(({ queue }) => queue)).toEqual(['hooks', 'hooks'])
  expect(replayed[0]?.message).toEqual(deliver)
})
