import { beforeEach, expect, test } from 'vitest'
import { alicePhone, mailAt, shows } from '../conversation/contacts.ts'
import { alice } from '../timeline/contacts.ts'
import { makeStack, marketing, operator, type Stack } from './stack.ts'

let stack: Stack
let customer: string
beforeEach(async () => {
  stack = makeStack()
  await stack.receive(mailAt('order', '2T09:00', 'Where is my order?', shows(alicePhone)))
  customer = await stack.customerOf(alice)
})

const read = () => stack.call('GET', `/v1/customers/${customer}/consent`)
const change = (body: object, groups: readonly string[] = ['agent']) =>
  stack.call('POST', `/v1/customers/${customer}/consent`, { groups, body })
const entries = async () => (await stack.call('GET', `/v1/customers/${customer}/timeline`)).body

const byDefault = {
  service: { state: 'granted', isDefault: true },
  survey: { state: 'granted', isDefault: true },
  marketing: { state: 'denied', isDefault: true },
}

test('the defaults hold for every identifier until something is decided', async () => {
  expect((await read()).body).toEqual({
    items: [
      expect.objectContaining({ identifier: expect.objectContaining(alice), purposes: byDefault }),
      expect.objectContaining({ identifier: expect.objectContaining(alicePhone), purposes: byDefault }),
    ],
    defaults: { service: 'granted', survey: 'granted', marketing: 'denied' },
  })
})

test('what is refused without an identifier is refused for all, with who, when and how, on the timeline and in the audit', async () => {
  const { status, body } = await change({ change: 'deny', purpose: 'survey', reason: 'said so on the phone' })
  const survey = { state: 'denied', isDefault: false, source: 'said', by: 'anna', at: stack.clock.now }
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { items: [{ purposes: { survey } }, { purposes: { survey } }] },
  })
  expect(await entries()).toMatchObject({
    items: [
      { type: 'status', change: 'consent', to: 'survey denied (said)', reason: 'said so on the phone', actor: 'anna' },
      { type: 'status', change: 'consent' },
      { type: 'contact' },
    ],
  })
  expect(stack.audited).toContainEqual(
    expect.objectContaining({
      action: 'consent.changed',
      detail: { change: 'survey denied', source: 'said', of: 'all' },
    }),
  )
})

test('what is granted is granted for one identifier, however it is written', async () => {
  expect((await change({ change: 'grant', purpose: 'marketing' })).status).toBe(422)
  const { body } = await change({
    change: 'grant',
    purpose: 'marketing',
    identifier: 'Alice@Example.com',
    source: 'form',
  })
  expect(body).toMatchObject({
    items: [
      { identifier: alice, purposes: { marketing: { state: 'granted', source: 'form' } } },
      { identifier: alicePhone, purposes: { marketing: { state: 'denied', isDefault: true } } },
    ],
  })
})

test('do-not-contact is set by anybody who speaks to customers and lifted by an operator alone', async () => {
  const silent = await change({ change: 'do-not-contact', identifier: alicePhone, reason: 'wishes no calls' })
  expect(silent.body).toMatchObject({ items: [{}, { doNotContact: { reason: 'wishes no calls', by: 'anna' } }] })
  expect((await stack.call('GET', `/v1/customers/${customer}`)).body).toMatchObject({
    consent: [{ identifier: alicePhone, doNotContact: { by: 'anna' } }],
  })
  expect(await change({ change: 'lift' })).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('operator') },
  })
  const lifted = await change({ change: 'lift', source: 'operator' }, operator)
  expect(JSON.stringify(lifted.body)).not.toContain('doNotContact')
})

test('marketing sees what was decided, not for which address', async () => {
  await change({ change: 'grant', purpose: 'marketing', identifier: alice })
  const { body } = await stack.call('GET', `/v1/customers/${customer}`, { groups: marketing })
  expect(body).toMatchObject({ consent: [{ purposes: { marketing: { state: 'granted' } } }] })
  expect(JSON.stringify(body)).not.toContain(alice.value)
})

test.each([
  [{ change: 'deny' }, 'body.purpose'],
  [{ change: 'lift', purpose: 'survey' }, 'body.purpose'],
  [{ change: 'deny', purpose: 'survey', identifier: 'bob@example.com' }, 'body.identifier'],
  [{ change: 'deny', purpose: 'fun' }, 'body.purpose'],
  [{ change: 'deny', purpose: 'survey', source: 'guessed' }, 'body.source'],
])('%j is refused', async (body, field) => {
  expect(await change(body, operator)).toMatchObject({ status: 422, body: { errors: [{ field }] } })
  expect(await entries()).toMatchObject({ items: [{ type: 'contact' }] })
})

test('an operator sets what holds where nobody decided', async () => {
  const strict = { service: 'granted', survey: 'denied', marketing: 'denied' }
  const set = await stack.call('PUT', '/v1/settings/consent', { groups: operator, body: strict })
  expect(set).toMatchObject({ status: 200, body: strict })
  expect((await stack.call('GET', '/v1/settings/consent')).body).toEqual(strict)
  expect((await read()).body).toMatchObject({
    items: [{ purposes: { survey: { state: 'denied', isDefault: true } } }, {}],
  })
})

test('reading consent is audited', async () => {
  await read()
  expect(stack.audited).toContainEqual(expect.objectContaining({ action: 'consent.read', customer }))
})
