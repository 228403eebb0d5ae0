import { beforeEach, expect, test } from 'vitest'
import { alicePhone, mailAt } from '../conversation/contacts.ts'
import { alice } from '../timeline/contacts.ts'
import { opened } from './opened.ts'
import { makeStack, operator, type Stack } from './stack.ts'

const late = {
  name: 'Late parcel',
  variants: [
    { language: 'en', text: 'Hello {{customer.firstName|there}}, order {{conversation.reference.order}} is late.' },
    { language: 'de', text: 'Guten Tag {{customer.name}}', subject: '{{brand}}' },
    { language: 'en', channel: 'social', text: 'Sorry! {{agent.firstName}}' },
  ],
  actions: { status: 'waiting-customer', tags: { add: ['late'], remove: [] } },
}
const asked = mailAt('order', '2T09:00', 'Where is my order 4471-882?', {
  from: { identifier: alice, name: 'Alice Field' },
})

let stack: Stack
let conversation: string
beforeEach(async () => {
  stack = makeStack()
  conversation = await opened(stack, asked)
})

const put = (body: object, id = 'late') => stack.call('PUT', `/v1/macros/${id}`, { groups: operator, body })
const preview = (body: object = {}, id = 'late') =>
  stack.call('POST', `/v1/conversations/${conversation}/macros/${id}`, { body })

test('a macro is configured, listed and put again as it was read', async () => {
  const { status, body } = await put(late)
  expect({ status, body }).toMatchObject({ status: 200, body: { id: 'late', active: true } })
  expect((await stack.call('GET', '/v1/macros')).body).toEqual({ items: [body] })
  expect((await put(body)).body).toEqual(body)
})

test('an unknown variable is refused with those that are known', async () => {
  const { status, body } = await put({ ...late, variants: [{ language: 'en', text: 'Hello {{customer.shoeSize}}' }] })
  expect({ status, body }).toMatchObject({
    status: 422,
    body: {
      errors: [{ field: 'body.variants.0.text', message: expect.stringContaining('customer.firstName, agent.name') }],
    },
  })
  expect(JSON.stringify(body)).not.toContain('shoeSize')
})

test('teams and people that nobody configured are refused', async () => {
  const { body } = await put({ ...late, teams: ['care'], actions: { assign: { assignee: 'kim', team: 'care' } } })
  expect(body).toMatchObject({
    errors: [
      { field: 'body.teams.0' },
      { field: 'body.actions.assign.team' },
      { field: 'body.actions.assign.assignee' },
    ],
  })
})

test('a preview fills in what is known here, does nothing, and is audited', async () => {
  await put(late)
  const { status, body } = await preview()
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      macro: 'late',
      language: 'en',
      text: 'Hello Alice, order 4471882 is late.',
      missing: [],
      actions: { status: 'waiting-customer' },
    },
  })
  expect((await stack.call('GET', `/v1/conversations/${conversation}`)).body).toMatchObject({
    conversation: { status: 'open', tags: [] },
  })
  expect(stack.audited).toContainEqual(expect.objectContaining({ action: 'conversation.read' }))
})

test('another language and channel may be asked for', async () => {
  await put(late)
  expect((await preview({ language: 'de-AT' })).body).toMatchObject({
    text: 'Guten Tag Alice Field',
    subject: 'default',
  })
  expect((await preview({ channel: 'social' })).body).toMatchObject({
    text: 'Sorry! {{agent.firstName}}',
    missing: [{ variable: 'agent.firstName', why: 'unknown' }],
  })
})

test('what only an unproven link tells is not filled in for whoever is answered', async () => {
  await put(late)
  const claim = mailAt('claim', '2T10:00', 'Where is it?', {
    ...{ channel: 'message', kind: 'direct', from: { identifier: alicePhone }, subject: '' },
    evidence: [{ identifier: alice, tier: 'T3', how: 'stated-in-text' }],
  })
  conversation = await opened(stack, claim)
  const { body } = await preview()
  expect(body).toMatchObject({ text: expect.stringContaining('Hello there') })
  expect(JSON.stringify(body)).not.toMatch(/4471|Alice/)
})

test('a macro of another brand, out of use or without a variant for the channel says so', async () => {
  await put({ ...late, brand: 'kettles' })
  await put({ ...late, active: false }, 'old')
  await put({ ...late, variants: [{ language: 'en', channel: 'phone', text: 'a' }] }, 'spoken')
  const statuses = [await preview(), await preview({}, 'old'), await preview({}, 'spoken')].map(({ status }) => status)
  expect(statuses).toEqual([409, 409, 409])
  expect((await preview({}, 'nobody')).status).toBe(404)
})
