import { expect, test } from 'vitest'
import { makeStack, operator } from '../api/stack.ts'

const order = {
  id: 'order-1',
  kind: 'sale',
  identifier: 'phone:+442079460123',
  occurredAt: '2026-03-02T10:00:00.000Z',
  amount: { minor: 1999, currency: 'GBP' },
}

test('an outcome is kept once, corrected by a greater revision, and read back', async () => {
  const { call } = makeStack()
  const post = (body: object) => call('POST', '/v1/outcomes', { groups: operator, body })
  expect(await post(order)).toMatchObject({ status: 201, body: { id: 'order-1', result: 'added' } })
  expect(await post(order)).toMatchObject({ body: { result: 'already there' } })
  expect(await post({ ...order, kind: 'refund', revision: 1 })).toMatchObject({ body: { result: 'corrected' } })
  const read = await call('GET', '/v1/outcomes/order-1', { groups: operator })
  expect(read.body).toMatchObject({ kind: 'refund', identifier: { type: 'phone', value: '+442079460123' } })
})

test.each([
  [{ ...order, identifier: 'phone:020 7946 0123' }, 'body.identifier'],
  [{ ...order, amount: { minor: 19.99, currency: 'GBP' } }, 'body.amount.minor'],
  [{ ...order, amount: { minor: 1999, currency: 'pounds' } }, 'body.amount.currency'],
  [{ ...order, id: 'order 1' }, 'body.id'],
])('a wrong field is named', async (body, field) => {
  const refused = await makeStack().call('POST', '/v1/outcomes', { groups: operator, body })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } })
})
