import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import type { Identifier } from '../../core/contact/identifier.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { makeStack, now, type Stack } from './stack.ts'

const x: Identifier = { type: 'x', value: '1001' }

let stack: Stack
let before: string[]
beforeEach(async () => {
  stack = makeStack()
  await stack.receive(mail('from alice'))
  await stack.receive(mail('from bob', { from: { identifier: bob }, evidence: [] }))
  await stack.receive(mail('from x', { from: { identifier: x }, channel: 'social', kind: 'mention', evidence: [] }))
  before = await owners()
})

/** The customers of alice, bob and the X account. */
const owners = () => Promise.all([alice, bob, x].map(stack.customerOf))

const post = (path: string, body: unknown) => stack.call('POST', path, { body })
const link = (...identifiers: unknown[]) => post('/v1/links', { identifiers, reason: 'said on the phone' })

const changeSchema = z.looseObject({
  changed: z.boolean(),
  linkId: z.string().optional(),
  customers: z.array(z.looseObject({ id: z.string() })),
})

test('a link joins two customers, and its revocation gives both back', async () => {
  const linked = await link('email:alice@example.com', { type: 'x', value: '1001' })
  expect(linked.status).toBe(201)
  const { linkId, customers } = changeSchema.parse(linked.body)
  expect(linked.body).toMatchObject({ changed: true, customers: [{ id: before[0], asserted: false }] })
  expect(customers).toHaveLength(1)
  expect(await owners()).toEqual([before[0], before[1], before[0]])

  const revoked = await post(`/v1/links/${linkId}/revoke`, { reason: 'a mistake' })
  expect(revoked).toMatchObject({ status: 200, body: { changed: true, linkId } })
  expect(
    changeSchema
      .parse(revoked.body)
      .customers.map(({ id }) => id)
      .sort(),
  ).toEqual([before[0], before[2]].sort())
  expect(await owners()).toEqual(before)
})

test('the same statement again changes nothing', async () => {
  await link('email:alice@example.com', 'x:1001')
  expect((await link('x:1001', 'email:ALICE@example.com')).body).toMatchObject({ changed: false })
})

test('an identifier that nobody used yet can be linked', async () => {
  const { body } = await link('alice@example.com', 'phone: 44 20 7946 0123')
  expect(body).toMatchObject({
    customers: [{ identifiers: [alice, { type: 'phone', value: '+442079460123', display: '+44 20 7946 0123' }] }],
  })
})

test('a link against a cannot-link is recorded and says why it has no effect', async () => {
  const apart = await post('/v1/cannot-links', { identifiers: ['alice@example.com', 'bob@example.com'] })
  expect(apart).toMatchObject({ status: 201, body: { changed: true } })
  const linked = await link('alice@example.com', 'bob@example.com')
  expect(linked).toMatchObject({ status: 201, body: { changed: true, withoutEffect: 'cannot-link' } })
  expect(await owners()).toEqual(before)
})

test('merge and unmerge: one timeline of both, then exactly what was before', async () => {
  const [a = '', b = ''] = before
  const merged = await post(`/v1/customers/${a}/merge`, { with: b, reason: 'the same person' })
  expect(merged).toMatchObject({ status: 200, body: { changed: true } })
  const [now0, now1] = await owners()
  expect(now0).toBe(now1)
  expect((await stack.call('GET', `/v1/customers/${b}/timeline`)).body).toMatchObject({ items: [{}, {}] })

  const identifiers = ['email:bob@example.com']
  const unmerged = await post(`/v1/customers/${a}/unmerge`, { identifiers, reason: 'two people after all' })
  expect(unmerged).toMatchObject({ status: 200, body: { changed: true } })
  expect(await owners()).toEqual(before)
  expect((await stack.call('GET', `/v1/customers/${b}/timeline`)).body).toMatchObject({ items: [{}] })
})

test.each<[string, number, () => Promise<{ status: number }>]>([
  ['one identifier twice', 409, () => link('alice@example.com', 'email:Alice@example.com')],
  ['an identifier that names nobody', 409, () => link('alice@example.com', 'email:noreply@example.com')],
  ['one identifier', 422, () => link('alice@example.com')],
  ['three identifiers', 422, () => link('alice@example.com', 'bob@example.com', 'x:1')],
  ['an identifier of no known type', 422, () => link('alice@example.com', 'fax:1')],
  ['a link that does not exist', 404, () => post('/v1/links/lnk_nothing/revoke', {})],
  ['merging with nobody', 404, () => post(`/v1/customers/${before[0]}/merge`, { with: 'cus_nobody', reason: 'r' })],
  ['merging nobody', 404, () => post('/v1/customers/cus_nobody/merge', { with: before[0], reason: 'r' })],
  ['merging without a reason', 422, () => post(`/v1/customers/${before[0]}/merge`, { with: before[1], reason: ' ' })],
  [
    'unmerging a stranger',
    409,
    () => post(`/v1/customers/${before[0]}/unmerge`, { identifiers: ['x:9'], reason: 'r' }),
  ],
  [
    'unmerging everything',
    409,
    () => post(`/v1/customers/${before[0]}/unmerge`, { identifiers: ['alice@example.com'], reason: 'r' }),
  ],
])('%s is refused with %i and changes nothing', async (_what, status, ask) => {
  const answer = await ask()
  expect(answer.status).toBe(status)
  expect(await owners()).toEqual(before)
})

test('the identity log tells each decision, its reason and who made it, in pages', async () => {
  const [a = '', b = ''] = before
  await post(`/v1/customers/${a}/merge`, { with: b, reason: 'the same person' })
  await post(`/v1/customers/${a}/unmerge`, { identifiers: ['email:bob@example.com'], reason: 'two people' })
  const log = await stack.call('GET', `/v1/customers/${a}/identity-log`)
  expect(log.body).toMatchObject({
    items: [
      { kind: 'unmerge', by: 'anna', reason: 'two people', at: now, after: { identifiers: [alice] } },
      { kind: 'merge', by: 'anna', reason: 'the same person' },
      { kind: 'identify', by: 'evidence', seq: 1, after: { identifiers: [{ ...alice, display: alice.value }] } },
    ],
  })
  const pageSchema = z.object({ items: z.array(z.unknown()), cursor: z.string().optional() })
  const items: unknown[] = []
  let cursor = ''
  do {
    const page = pageSchema.parse((await stack.call('GET', `/v1/customers/${a}/identity-log?limit=1${cursor}`)).body)
    items.push(...page.items)
    cursor = page.cursor === undefined ? '' : `&cursor=${page.cursor}`
  } while (cursor !== '')
  expect({ items }).toEqual(log.body)
})

test('the log of an id that never was is 404', async () => {
  expect((await stack.call('GET', '/v1/customers/cus_nobody/identity-log')).status).toBe(404)
})
