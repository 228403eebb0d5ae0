import { beforeEach, expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { joinContact } from '../../core/conversation/join-contact.ts'
import { mentionAt } from '../conversation/contacts.ts'
import { alice, bob } from '../timeline/contacts.ts'
import { makeStack, type Stack } from './stack.ts'

/** The holder of an account of X, whom the network vouches for, says that a mail address is theirs, too. */
const claim: Contact = {
  ...mentionAt('claim', '2T09:00', 'write to alice@example.com', { type: 'x', value: '200' }),
  evidence: [
    { identifier: { type: 'x', value: '200' }, tier: 'T1', how: 'account' },
    { identifier: alice, tier: 'T2', how: 'direct-message' },
  ],
}

let stack: Stack
let customer: string
beforeEach(async () => {
  stack = makeStack()
  await stack.receive(claim)
  const entry = await stack.deps.timeline.readContact(claim.id, { stream: 'x:200', sortAt: claim.occurredAt })
  if (entry) await joinContact(stack.deps.conversations, entry, async () => ['x:200'])
  customer = await stack.customerOf(alice)
})

const ask = (body: object, groups: readonly string[] = ['agent'], id = customer) =>
  stack.call('POST', `/v1/customers/${id}/confirmations`, { body, groups })

const reason = 'they ask for their invoices'

test('asks the end that was claimed, audits it, and keeps the link from whoever asked', async () => {
  const { status, body } = await ask({ identifier: 'alice@example.com', reason })
  expect({ status, body }).toMatchObject({
    status: 202,
    body: {
      sentTo: { type: 'email' },
      alsoNeeded: [],
      expiresAt: '2026-04-03T12:00:00.000Z',
      linkId: expect.stringMatching(/^lnk_/),
    },
  })
  expect(stack.asked).toMatchObject([
    { id: body.id, purpose: 'confirmation', to: alice, conversation: body.conversation },
  ])
  expect(JSON.stringify(body)).not.toContain('throughline.example')
  expect(stack.audited).toMatchObject([
    { action: 'customer.read' },
    { action: 'confirmation.asked', customer, detail: { link: body.linkId, confirmation: body.id } },
  ])
})

test.each([
  ['whoever made the claim', { identifier: 'x:200', reason }, 409, 'to themselves'],
  ['somebody else', { identifier: 'bob@example.com', reason }, 409, 'not one of the customer'],
  [
    'in a conversation of somebody else',
    { identifier: 'alice@example.com', conversation: 'f'.repeat(32), reason },
    404,
    'no such',
  ],
])('does not ask %s', async (_, body, status, detail) => {
  const answer = await ask(body)
  expect(answer).toMatchObject({ status, body: { detail: expect.stringContaining(detail) } })
  expect(stack.asked).toEqual([])
})

test('says so when no reply can carry the link there', async () => {
  stack.deps.confirming.ask = async () => 'no-way'
  expect(await ask({ identifier: 'alice@example.com', reason })).toMatchObject({ status: 409 })
})

test('needs a reason, an identifier, and a customer', async () => {
  expect((await ask({ identifier: 'alice@example.com' })).status).toBe(422)
  expect((await ask({ reason })).status).toBe(422)
  expect((await ask({ identifier: bob, reason }, ['agent'], 'cus_nobody')).status).toBe(404)
})
