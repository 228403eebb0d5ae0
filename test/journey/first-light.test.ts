import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

const mail = [
  'From: Alice Archer <alice@example.com>',
  'To: support@localhost',
  'Subject: Where is my order?',
  'Message-ID: <first@example.com>',
  'Date: Mon, 02 Mar 2026 09:00:00 +0000',
  '',
  'My order 4711 has not arrived. Where is it?',
  '',
  '-- ',
  'Alice Archer',
  'Tel. +44 20 7946 0018',
  '',
].join('\r\n')

const call = {
  AccountSid: 'AC00000000000000000000000000000001',
  CallSid: 'CA00000000000000000000000000000001',
  From: '+442079460018',
  To: '+442079460000',
  Direction: 'inbound',
  CallStatus: 'completed',
  CallDuration: '65',
  Timestamp: 'Mon, 02 Mar 2026 10:00:00 +0000',
  SequenceNumber: '3',
}

const alice = { id: 200, id_str: '200', screen_name: 'alice_archer', name: 'Alice Archer' }
const company = { id: 100, id_str: '100', screen_name: 'shop', name: 'The Shop' }
const mention = {
  for_user_id: '100',
  tweet_create_events: [
    {
      id: 1,
      id_str: '1',
      created_at: 'Mon Mar 02 11:00:00 +0000 2026',
      text: '@shop still no parcel',
      user: alice,
      entities: { user_mentions: [company] },
    },
  ],
}
const direct = {
  for_user_id: '100',
  direct_message_events: [
    {
      type: 'message_create',
      id: '2',
      created_timestamp: String(Date.UTC(2026, 2, 2, 12)),
      message_create: {
        target: { recipient_id: '100' },
        sender_id: '200',
        message_data: { text: 'my mail is alice@example.com', entities: {} },
      },
    },
  ],
  users: { 100: company, 200: alice },
}

describe('a mail, a call, a mention and a direct message', () => {
  let stack: RunningStack
  let api: ReturnType<typeof apiOf>
  let send: ReturnType<typeof sendersTo>
  beforeAll(async () => {
    stack = await runStack()
    api = apiOf(stack)
    send = sendersTo(stack)
  })
  afterAll(() => stack.stop())

  const kindsOf = async (identifier: string): Promise<{ id: string; kinds: string[] }> => {
    const [customer] = await api.customersOf(identifier)
    if (customer === undefined) throw new Error(`nobody is known as ${identifier}`)
    const entries = await api.timeline(customer.id)
    return { id: customer.id, kinds: entries.map(entry => entry.kind) }
  }
  const areOne = (identifier: string, id: string, kinds: string[]) =>
    eventually(async () => expect(await kindsOf(identifier)).toEqual({ id, kinds }))
  const becomes = (identifier: string, kinds: string[]) =>
    eventually(async () => {
      const found = await kindsOf(identifier)
      expect(found.kinds).toEqual(kinds)
      return found
    })

  let firstId = ''
  let xId = ''

  test('a mail is on its author’s timeline', async () => {
    await send.mail(mail)
    firstId = (await becomes('email:alice@example.com', ['mail'])).id
  })

  test('a call from the number in the mail’s signature joins it, marked as not proven', async () => {
    expect(await send.twilio(call)).toBe(200)
    await areOne('phone:+442079460018', firstId, ['call', 'mail'])
    const entries = await api.timeline(firstId)
    expect(entries.map(({ asserted }) => asserted)).toEqual([true, false])
  })

  test('a mention under the same name is its own customer: nobody is guessed from a name', async () => {
    expect(await send.x(mention)).toBe(200)
    xId = (await becomes('x:200', ['mention'])).id
    expect(xId).not.toBe(firstId)
  })

  test('a direct message in which the account’s owner states the mail address makes it one timeline', async () => {
    expect(await send.x(direct)).toBe(200)
    await areOne('x:200', firstId, ['direct', 'mention', 'call', 'mail'])
  })

  test('the same four delivered five times more, in any order, change nothing', async () => {
    const before = await eventually(async () => {
      const entries = await api.timeline(firstId)
      expect(entries.every(({ conversation }) => conversation !== undefined)).toBe(true)
      return entries
    })
    const again = [() => send.mail(mail), () => send.twilio(call), () => send.x(mention), () => send.x(direct)]
    const order = Array.from({ length: 20 }, (_, n) => again[(n * 7 + (n >> 2)) % 4])
    await Promise.all(order.map(deliver => deliver?.()))
    await send.mail(mail.replaceAll('alice', 'zoe').replace('first@', 'last@').replace('0018', '0019'))
    await becomes('email:zoe@example.com', ['mail'])
    await new Promise(resolve => setTimeout(resolve, 1000))
    expect(await api.timeline(firstId)).toEqual(before)
  })

  test('every entry says where it came from, and no entry has moved', async () => {
    const entries = await api.timeline(firstId)
    expect(entries.map(({ channel }) => channel)).toEqual(['message', 'social', 'phone', 'email'])
    expect(entries.map(({ occurredAt }) => occurredAt)).toEqual([
      '2026-03-02T12:00:00.000Z',
      '2026-03-02T11:00:00.000Z',
      '2026-03-02T09:58:55.000Z',
      '2026-03-02T09:00:00.000Z',
    ])
  })

  test('unmerging the account gives two customers, with the ids they had', async () => {
    const { customers } = await api.unmerge(firstId, ['x:200'], 'the account belongs to her sister')
    expect(customers.map(({ id }) => id).sort()).toEqual([firstId, xId].sort())
    expect(await kindsOf('x:200')).toEqual({ id: xId, kinds: ['direct', 'mention'] })
    expect(await kindsOf('email:alice@example.com')).toEqual({ id: firstId, kinds: ['call', 'mail'] })
  })

  test('the same evidence again does not merge them again', async () => {
    await send.x({
      ...direct,
      direct_message_events: direct.direct_message_events.map(event => ({ ...event, id: '3' })),
    })
    await areOne('x:200', xId, ['direct', 'direct', 'mention'])
  })

  test('the audit tells who looked and who decided', async () => {
    const response = await eventually(async () => {
      const answer = await (await api.call('GET', `/v1/customers/${firstId}/audit`, 'operator')).text()
      expect(answer).toContain('identity.unmerge')
      return answer
    })
    expect(response).toContain('timeline.read')
    expect(response).not.toContain('alice@example.com')
  })
})
