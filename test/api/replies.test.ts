import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { alicePhone, callAt, mailAt, mentionAt } from '../conversation/contacts.ts'
import { makeStack, type Stack } from './stack.ts'

const replySchema = z.looseObject({ id: z.string(), status: z.string(), mayBeUndone: z.boolean() })

let stack: Stack
beforeEach(() => {
  stack = makeStack()
})

async function open(contact: Contact): Promise<string> {
  await stack.receive(contact)
  const { conversations, identity } = stack.deps
  const stream = streamName(homeIdentifier(contact))
  const change = { v: 1, type: 'contact', contactId: contact.id, stream, sortAt: sortAt(contact) } as const
  await followChange({ ...conversations, identity, readSource: async () => undefined }, change, 1)
  const entry = await stack.deps.timeline.readContact(contact.id, { stream, sortAt: sortAt(contact) })
  return entry?.conversation ?? ''
}

const question = mailAt('question', '2T09:00', 'Where is my parcel?')
const answer = (conversation: string, body: object = {}) =>
  stack.call('POST', `/v1/conversations/${conversation}/reply`, { body: { text: 'It comes today.', ...body } })

describe('an answer', () => {
  test('is accepted, waits until it cannot be undone any more, and is listed', async () => {
    const conversation = await open(question)
    const { status, body } = await answer(conversation, { subject: 'Re: question' })
    expect(status).toBe(202)
    expect(body).toMatchObject({
      ...{ status: 'waiting', network: 'mail', form: 'mail', text: 'It comes today.', mayBeUndone: true },
      ...{ answers: question.id, sendAt: '2026-04-01T12:00:10.000Z', by: 'anna' },
      to: [{ identifier: { value: 'alice@example.com' } }],
    })
    expect((await stack.call('GET', `/v1/conversations/${conversation}/replies`)).body).toEqual({ items: [body] })
    expect((await stack.call('GET', `/v1/replies/${replySchema.parse(body).id}`)).body).toEqual(body)
  })

  test('asked for twice under one id is one', async () => {
    const conversation = await open(question)
    const id = 'f'.repeat(32)
    const first = await answer(conversation, { id })
    expect((await answer(conversation, { id })).body).toEqual(first.body)
    const other = await answer(conversation, { id, text: 'something else' })
    expect(other).toMatchObject({ status: 409, body: { refusals: [{ kind: 'id-used', waivable: false }] } })
  })

  test('that was undone in time is not sent, and the timeline says so', async () => {
    const conversation = await open(question)
    const { id } = replySchema.parse((await answer(conversation)).body)
    expect((await stack.call('POST', `/v1/replies/${id}/undo`)).body).toMatchObject({
      status: 'undone',
      mayBeUndone: false,
    })
    expect((await stack.call('POST', `/v1/replies/${id}/undo`)).status).toBe(409)
    const customer = await stack.customerOf({ type: 'email', value: 'alice@example.com' })
    const { body } = await stack.call('GET', `/v1/customers/${customer}/timeline`)
    expect(body).toMatchObject({
      items: [{ type: 'status', change: 'reply-undone', to: id }, { type: 'contact' }],
    })
  })

  test('to another channel of the customer goes there', async () => {
    const called = await open({ ...callAt('call', '2T09:10', false), from: { identifier: alicePhone } })
    const refused = await answer(called)
    expect(refused).toMatchObject({ status: 409, body: { refusals: [{ kind: 'no-way', waivable: false }] } })
    const stranger = await answer(called, { to: 'email:alice@example.com' })
    expect(stranger.body).toMatchObject({ refusals: [{ kind: 'no-way' }] })
  })

  test('that its network would not take is refused with what to do', async () => {
    const mention = { ...mentionAt('post', '2T09:00', 'Where is it?'), provider: { account: 'x:100', id: '1' } }
    const conversation = await open(mention)
    const { status, body } = await answer(conversation, { text: 'x'.repeat(281) })
    expect(status).toBe(409)
    expect(body).toMatchObject({
      type: 'urn:throughline:problem:answer-held',
      refusals: [{ kind: 'length', waivable: false, message: expect.stringContaining('Shorten it by 1.') }],
    })
    expect((await answer(conversation, { text: 'It comes today.' })).body).toMatchObject({ form: 'post' })
  })

  test('that contradicts another of today is held until its writer means it', async () => {
    const conversation = await open(question)
    await answer(conversation, { text: 'We will refund you GBP 40.' })
    const other = { text: 'We will refund you GBP 30.', seen: stack.deps.now() }
    const held = await answer(conversation, other)
    expect(held).toMatchObject({ status: 409, body: { refusals: [{ kind: 'contradicts-answer', waivable: true }] } })
    expect((await answer(conversation, { ...other, waive: ['contradicts-answer'] })).status).toBe(202)
  })

  test('says either what is answered or where it goes', async () => {
    const conversation = await open(question)
    const { status } = await answer(conversation, { answers: question.id, to: 'email:alice@example.com' })
    expect(status).toBe(422)
  })

  test('that failed is judged once more before it is sent again', async () => {
    const conversation = await open(question)
    const { id } = replySchema.parse((await answer(conversation)).body)
    const { replies } = stack.deps.replying
    const was = await replies.read(id)
    if (was === undefined) throw new Error('it was stored')
    await replies.change({ ...was, version: 2, status: 'failed' }, was, [])
    stack.clock.now = '2026-04-01T13:00:00.000Z'
    const late = mailAt('late', '2T09:30', 'Thanks, it came.', { receivedAt: stack.clock.now })
    await open(late)
    const retry = (body: object) => stack.call('POST', `/v1/replies/${id}/retry`, { body })
    const refusals = [{ kind: 'new-contact', entryIds: [late.id], waivable: true }]
    expect(await retry({})).toMatchObject({ status: 409, body: { refusals } })
    expect((await retry({ waive: ['new-contact'] })).status).toBe(409)
    expect(await retry({ waive: [`new-contact:${late.id}`] })).toMatchObject({
      status: 200,
      body: { status: 'waiting' },
    })
  })

  test('is not sent in copy to somebody who is only claimed to be the customer', async () => {
    const claimed = { identifier: alicePhone, tier: 'T3', how: 'signature' } as const
    const other = { identifier: { type: 'email', value: 'mallory@example.com' }, tier: 'T3', how: 'stated' } as const
    const conversation = await open({ ...question, evidence: [...question.evidence, claimed, other] })
    const held = await answer(conversation, { cc: ['mallory@example.com'] })
    expect(held).toMatchObject({ status: 409, body: { refusals: [{ kind: 'unproven', waivable: false }] } })
    expect((await answer(conversation, { cc: ['colleague@example.org'] })).status).toBe(202)
  })

  test('is audited when it is read', async () => {
    const conversation = await open(question)
    const { id } = replySchema.parse((await answer(conversation)).body)
    const before = stack.audited.length
    await stack.call('GET', `/v1/conversations/${conversation}/replies`)
    await stack.call('GET', `/v1/replies/${id}`)
    expect(stack.audited.slice(before).map(({ action }) => action)).toEqual(['conversation.read', 'conversation.read'])
  })

  test('is not for what is not there, and nobody retries or settles what is on its way', async () => {
    expect((await answer('0'.repeat(32))).status).toBe(404)
    expect((await stack.call('GET', `/v1/replies/${'0'.repeat(32)}`)).status).toBe(404)
    const conversation = await open(question)
    const { id } = replySchema.parse((await answer(conversation)).body)
    expect((await stack.call('POST', `/v1/replies/${id}/retry`, { body: {} })).status).toBe(409)
    expect((await stack.call('POST', `/v1/replies/${id}/settle`, { body: { sent: true } })).status).toBe(409)
  })
})
