import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { logSchema } from '../../core/api/automation.ts'
import { conversationPageSchema } from '../../core/api/conversation.ts'
import { deliveriesSchema } from '../../core/api/hook.ts'
import { replyListSchema } from '../../core/api/reply.ts'
import { isSigned, startReceiver } from '../hooks/receiver.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

let stack: RunningStack
let api: ReturnType<typeof apiOf>
let send: ReturnType<typeof sendersTo>
let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  receiver = await startReceiver()
  stack = await runStack()
  api = apiOf(stack)
  send = sendersTo(stack)
})
afterAll(async () => {
  await stack.stop()
  await receiver.stop()
})

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const response = await api.call(method, path, 'operator', body)
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

const mailFrom = (name: string, text: string): string =>
  [
    `From: ${name}@example.com`,
    'To: support@localhost',
    'Subject: a question',
    `Message-ID: <${name}-1@example.com>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    '',
    text,
    '',
  ].join('\r\n')

const conversationOf = (address: string) =>
  eventually(async () => {
    const [customer] = await api.customersOf(`email:${address}`)
    const [open] = customer?.openConversations ?? []
    if (open === undefined) throw new Error('nothing is open')
    return (await api.read(`/v1/conversations/${open.id}`, conversationPageSchema)).conversation
  })

const heard = (type: string) => receiver.heard.filter(({ body }) => body.type === type)

describe('a rule and a webhook', () => {
  let secret = ''

  test('are configured', async () => {
    const macro = {
      name: 'Received',
      variants: [{ language: 'en', text: 'We look for it, {{customer.firstName|hello}}.' }],
    }
    await ask('PUT', '/v1/macros/received', { ...macro, active: true })
    const events = ['contact.recorded', 'conversation.opened', 'conversation.resolved', 'reply.sent']
    const made = await ask('PUT', '/v1/hooks/shop', { url: receiver.url, events })
    secret = z.object({ secret: z.string() }).parse(made).secret
    await ask('PUT', '/v1/automations/parcels', {
      name: 'Parcels that are late',
      when: { event: 'contact' },
      if: {
        all: [
          { field: 'words', values: ['my parcel'] },
          { field: 'direction', values: ['inbound'] },
        ],
      },
      actions: [
        { do: 'tag', add: ['parcel'] },
        { do: 'ask', department: 'logistics', note: 'Where is it?', mentions: ['logistics'] },
        { do: 'answer', macro: 'received' },
        { do: 'call', hook: 'shop' },
      ],
    })
  })

  test('act on a mail: it is tagged, answered once, asked about and told', async () => {
    await send.mail(mailFrom('alice', 'My parcel has not arrived.'))
    const { id } = await eventually(async () => {
      const conversation = await conversationOf('alice@example.com')
      expect(conversation).toMatchObject({ tags: ['parcel'] })
      return conversation
    })
    await eventually(async () => {
      const { items } = await api.read('/v1/automations/parcels/log', logSchema, 'operator')
      expect(items.map(({ conversation, steps }) => [conversation, steps.map(({ outcome }) => outcome)])).toEqual([
        [id, ['done', 'done', 'done', 'done']],
      ])
    })
    const replies = await api.read(`/v1/conversations/${id}/replies`, replyListSchema)
    expect(replies.items).toMatchObject([{ purpose: 'automatic', text: 'We look for it, hello.' }])
    await eventually(async () => {
      for (const type of ['contact.recorded', 'conversation.opened', 'automation.fired'])
        expect(heard(type).length, type).toBeGreaterThan(0)
    })
    for (const told of receiver.heard) expect(isSigned(told, secret)).toBe(true)
    expect(heard('automation.fired')[0]?.body.data).toMatchObject({ rule: { id: 'parcels' }, conversation: { id } })
  })

  test('another system that was away is told when it is back', async () => {
    receiver.answering(response => response.writeHead(503).end())
    const { id } = await conversationOf('alice@example.com')
    await api.call('POST', `/v1/conversations/${id}/status`, 'agent', { status: 'resolved' })
    await eventually(async () => expect(heard('conversation.resolved')).toHaveLength(1))
    receiver.answering(response => response.writeHead(204).end())
    await eventually(async () => expect(heard('conversation.resolved').length).toBeGreaterThan(1), 40)
    await eventually(async () => {
      const { items } = await api.read('/v1/hooks/shop/deliveries', deliveriesSchema, 'operator')
      const resolved = items.find(({ type }) => type === 'conversation.resolved')
      expect(resolved).toMatchObject({ status: 'delivered', tries: [{ status: 503 }, { status: 204 }] })
    })
  })
})
