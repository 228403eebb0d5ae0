import { expect, test } from 'vitest'
import type { Identifier } from '../../core/contact/identifier.ts'
import { defaultSource } from '../../core/source/source.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { makeStack, now } from './stack.ts'

const phone: Identifier = { type: 'phone', value: '+442079460123' }

const call = mail('a call', {
  channel: 'phone',
  kind: 'call',
  source: 'twilio',
  department: 'sales',
  from: { identifier: phone },
  evidence: [],
})

/** A mail from alice that shows her phone number in its signature. */
const signed = mail('signed', {
  occurredAt: '2026-03-02T09:00:00.000Z',
  receivedAt: '2026-03-02T09:00:05.000Z',
  evidence: [{ identifier: phone, tier: 'T3', how: 'signature' }],
})

const search = (identifier: string) => `/v1/customers?identifier=${identifier}`

test('a customer is found by any of its identifiers, with tier, evidence and departments in touch', async () => {
  const stack = makeStack()
  await stack.receive(call)
  await stack.receive(signed)
  const found = await stack.call('GET', search('phone:%2B442079460123'))
  expect(found.status).toBe(200)
  expect(found.body).toMatchObject({
    items: [
      {
        id: stack.ids.customer('email:alice@example.com'),
        since: now,
        asserted: true,
        identifiers: [
          { type: 'email', value: 'alice@example.com', display: 'alice@example.com', asserted: false, tier: 'T3' },
          {
            type: 'phone',
            value: '+442079460123',
            display: '+44 20 7946 0123',
            asserted: true,
            class: 'personal',
            tier: 'T3',
            evidence: [{ tier: 'T3', how: 'signature', asserted: true, contactId: signed.id, with: alice }],
          },
        ],
        departments: [
          { name: 'service', brand: 'default', lastContactAt: '2026-03-02T09:00:00.000Z' },
          { name: 'sales', brand: 'default', lastContactAt: '2026-03-01T09:00:00.000Z' },
        ],
      },
    ],
  })
  expect(await stack.call('GET', search('email:alice@example.com'))).toEqual(found)
  const byId = await stack.call('GET', `/v1/customers/${stack.ids.customer('email:alice@example.com')}`)
  expect({ items: [byId.body] }).toEqual(found.body)
})

test.each([
  'phone:+442079460123',
  'phone:%2B44%2020%207946%200123',
  'phone:00442079460123',
  'phone:442079460123',
  'phone:020 7946 0123',
  'phone:(020) 7946-0123',
  '+44 (0)20 7946 0123',
  '02079460123',
])('a number written as %s is understood', async written => {
  const stack = makeStack()
  await stack.receive(call)
  expect((await stack.call('GET', search(written))).body).toMatchObject({ items: [{ identifiers: [phone] }] })
})

test.each(['email:Alice@Example.com', '%20ALICE@example.com%20', 'email:%20alice@example.com'])(
  'an address written as %s is understood',
  async written => {
    const stack = makeStack()
    await stack.receive(mail('hello'))
    expect((await stack.call('GET', search(written))).body).toMatchObject({ items: [{ identifiers: [alice] }] })
  },
)

test('a national number is read in the countries of the sources, and refused when it may be two numbers', async () => {
  const stack = makeStack()
  const berlin: Identifier = { type: 'phone', value: '+4930123456' }
  await stack.receive({ ...call, from: { identifier: berlin } })
  await stack.deps.sources.write({ ...defaultSource('berlin', 'phone'), defaultRegion: 'DE' })
  expect((await stack.call('GET', search('030 123456'))).body).toMatchObject({ items: [{ identifiers: [berlin] }] })
  await stack.deps.sources.write({ ...defaultSource('vienna', 'phone'), defaultRegion: 'AT' })
  const refused = await stack.call('GET', search('phone:0662 123456'))
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'query.identifier' }] } })
  expect(refused.body.errors).toEqual([
    { field: 'query.identifier', message: 'write the number with + and its country code, like +442079460000' },
  ])
})

test.each(['', 'phone:', 'phone:12', 'fax:+442079460123', 'email:nobody', 'x:%20'])(
  '%j is refused with what to write instead',
  async written => {
    const { call } = makeStack()
    expect(await call('GET', search(written))).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'query.identifier' }] },
    })
  },
)

test('an identifier that nobody has is an empty list, an id that nobody has is 404', async () => {
  const { call } = makeStack()
  expect(await call('GET', search('email:bob@example.com'))).toMatchObject({ status: 200, body: { items: [] } })
  expect((await call('GET', '/v1/customers/cus_nobody')).status).toBe(404)
})

test('the id of a customer that was merged away leads to the customer it is now', async () => {
  const stack = makeStack()
  await stack.receive(mail('from alice'))
  await stack.receive(mail('from bob', { from: { identifier: bob }, evidence: [] }))
  const [a, b] = [await stack.customerOf(alice), await stack.customerOf(bob)]
  await stack.call('POST', `/v1/customers/${a}/merge`, { body: { with: b, reason: 'she told us' } })
  const [first, second] = [await stack.call('GET', `/v1/customers/${a}`), await stack.call('GET', `/v1/customers/${b}`)]
  expect(first).toEqual(second)
  expect(first.body).toMatchObject({ asserted: false, identifiers: [{ tier: 'T2' }, { tier: 'T2' }] })
})
