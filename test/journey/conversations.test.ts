import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { briefSchema } from '../../core/api/brief.ts'
import {
  conversationPageSchema,
  countsSchema,
  queueSchema,
  restructuredSchema,
  shownConversationSchema,
} from '../../core/api/conversation.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

const hour = 3_600_000
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

type Mail = { from: string; id: string; at?: Date; subject?: string; text: string; inReplyTo?: string }

const mailOf = ({ from, id, at = new Date(), subject = 'a question', text, inReplyTo }: Mail): string =>
  [
    `From: ${from}@example.com`,
    'To: support@localhost',
    `Subject: ${subject}`,
    `Message-ID: <${id}@example.com>`,
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: <${inReplyTo}@example.com>`]),
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    '',
    text,
    '',
  ].join('\r\n')

let stack: RunningStack
let api: ReturnType<typeof apiOf>
let send: ReturnType<typeof sendersTo>
beforeAll(async () => {
  stack = await runStack()
  api = apiOf(stack)
  send = sendersTo(stack)
})
afterAll(() => stack.stop())

const customerOf = (identifier: string) =>
  eventually(async () => {
    const [customer] = await api.customersOf(identifier)
    if (customer === undefined) throw new Error(`nobody is known as ${identifier}`)
    return customer
  })

const openOf = (identifier: string, count: number) =>
  eventually(async () => {
    const { openConversations } = await customerOf(identifier)
    expect(openConversations).toHaveLength(count)
    return openConversations
  })

const post = async <Schema extends z.ZodType>(
  path: string,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const response = await api.call('POST', path, 'agent', body)
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`)
  return schema.parse(await response.json())
}

describe('a mention, then a mail, then a call, none of them answered', () => {
  const mention = {
    for_user_id: '100',
    tweet_create_events: [
      {
        id: 1,
        id_str: '1',
        created_at: minutesAgo(180)
          .toUTCString()
          .replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4'),
        text: '@shop my parcel has not been delivered',
        user: { id: 200, id_str: '200', screen_name: 'alice_archer', name: 'Alice Archer' },
        entities: { user_mentions: [{ id: 100, id_str: '100', screen_name: 'shop', name: 'The Shop' }] },
      },
    ],
  }
  const signed =
    'My parcel has not been delivered, order number 4471882.\r\n\r\n-- \r\nAlice Archer\r\nTel. +44 20 7946 0018'

  test('are one customer, where evidence links them, and one matter, raised', async () => {
    expect(await send.x(mention)).toBe(200)
    const x = await openOf('x:200', 1)
    await post(
      '/v1/links',
      { identifiers: ['x:200', 'email:alice@example.com'], reason: 'she said so on the phone' },
      z.unknown(),
    )
    await send.mail(mailOf({ from: 'alice', id: 'first', at: minutesAgo(120), subject: 'Parcel', text: signed }))
    await eventually(async () => {
      const [one] = (await customerOf('email:alice@example.com')).openConversations
      expect(one).toMatchObject({ id: x[0]?.id, contacts: 2, priority: 'high' })
    })
    const call = { AccountSid: 'AC00000000000000000000000000000001', CallSid: 'CA1', From: '+442079460018' }
    const state = { To: '+442079460000', Direction: 'inbound', CallStatus: 'no-answer', CallDuration: '0' }
    expect(await send.twilio({ ...call, ...state, Timestamp: new Date().toUTCString().replace('GMT', '+0000') })).toBe(
      200,
    )
    const one = await eventually(async () => {
      const [found, ...others] = (await customerOf('phone:+442079460018')).openConversations
      expect(others).toEqual([])
      expect(found).toMatchObject({ id: x[0]?.id, contacts: 3, priority: 'urgent' })
      return found
    })
    expect(one?.reason).toMatch(/^third contact, phone after mail, \d+ (h|min) waiting$/)
  })

  test('and the brief says what they told, who they are and what waits', async () => {
    const { id } = await customerOf('phone:+442079460018')
    const brief = await api.read(`/v1/customers/${id}/brief`, briefSchema)
    const text = brief.lines.map(line => line.text).join('\n')
    expect(text).toContain('4471882')
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(120)
    expect(brief.lines.every(({ entryIds }) => entryIds.length > 0)).toBe(true)
  })

  test('an unmerge while it is open parts it: each side keeps its own', async () => {
    const { id } = await customerOf('email:alice@example.com')
    await api.unmerge(id, ['x:200'], 'another Alice')
    await eventually(async () => {
      const [theirs] = (await customerOf('x:200')).openConversations
      const [mine] = (await customerOf('email:alice@example.com')).openConversations
      expect([theirs?.contacts, mine?.contacts]).toEqual([1, 2])
      expect(mine?.id).not.toBe(theirs?.id)
    })
  })
})

test('a burst of thirty mails over ten connections is one conversation', async () => {
  const transport = createTransport({
    host: '127.0.0.1',
    port: stack.smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: 10,
  })
  const envelope = { from: 'bob@example.com', to: ['support@localhost'] }
  const mails = Array.from({ length: 30 }, (_, n) =>
    mailOf({ from: 'bob', id: `burst-${n}`, text: 'The screen is broken.' }),
  )
  await Promise.all(mails.map(raw => transport.sendMail({ envelope, raw })))
  transport.close()
  await eventually(async () => expect((await openOf('email:bob@example.com', 1))[0]?.contacts).toBe(30))
})

test('an agent splits, joins and takes it back, and the queue and its counts follow', async () => {
  await send.mail(mailOf({ from: 'carol', id: 'carol-1', text: 'I cannot log in to my account.' }))
  const [whole] = await openOf('email:carol@example.com', 1)
  await send.mail(mailOf({ from: 'carol', id: 'carol-2', text: 'The login page is blank too.' }))
  await eventually(async () => expect((await openOf('email:carol@example.com', 1))[0]?.contacts).toBe(2))
  const page = await api.read(`/v1/conversations/${whole?.id}`, conversationPageSchema)
  const split = await post(
    `/v1/conversations/${whole?.id}/split`,
    { contacts: [page.entries.find(({ type }) => type === 'contact')?.id] },
    restructuredSchema,
  )
  expect(split).toMatchObject({ conversation: { contacts: 1 }, other: { contacts: 1, splitFrom: whole?.id } })
  await openOf('email:carol@example.com', 2)
  await post(`/v1/conversations/${whole?.id}/undo`, {}, restructuredSchema)
  expect((await openOf('email:carol@example.com', 1))[0]?.contacts).toBe(2)
  await eventually(async () => {
    const { counts } = await api.read('/v1/conversations/counts', countsSchema)
    const { items } = await api.read('/v1/conversations?limit=100', queueSchema)
    expect(counts.open).toBe(items.length)
  })
})

/** Gives it to a team, and reads what the next one sees: why, what was known, and that among the entries. */
async function handedOver(id: string, said: { reason: string; note: string }): Promise<void> {
  const team = { name: 'Parcels', department: 'parcels', hours: 'always' }
  expect((await api.call('PUT', '/v1/teams/parcels', 'operator', team)).ok).toBe(true)
  await post(`/v1/conversations/${id}/hand-over`, { to: { team: 'parcels' }, ...said }, shownConversationSchema)
  const { conversation, entries } = await api.read(`/v1/conversations/${id}`, conversationPageSchema)
  expect(conversation).toMatchObject({ team: 'parcels', handover: { team: 'parcels', ...said } })
  expect(conversation.handover?.lines?.map(({ text }) => text).join()).toContain('7946')
  expect(entries.flatMap(entry => (entry.type === 'status' ? [entry.change] : []))).toContain('handed-over')
}

test('a clock that ran out, and a call that was due, while the stack was down are seen to after it starts', async () => {
  const due = 20_000
  const callAt = new Date(Date.now() + due).toISOString()
  const at = new Date(Date.now() - 4 * hour + due)
  await send.mail(mailOf({ from: 'dave', id: 'dave-1', at, text: 'My invoice is wrong.' }))
  expect(await openOf('email:dave@example.com', 1)).toMatchObject([{ late: false, priority: 'normal' }])
  await send.mail(mailOf({ from: 'erin', id: 'erin-1', text: 'Please call me on 020 7946 0053 about my parcel.' }))
  const [parcel] = await openOf('email:erin@example.com', 1)
  await handedOver(parcel?.id ?? '', { reason: 'knows the courier', note: 'she is at work until noon' })
  const asked = { at: callAt, number: '020 7946 0053' }
  const asleep = await post(`/v1/conversations/${parcel?.id}/callback`, asked, shownConversationSchema)
  expect(asleep).toMatchObject({ status: 'snoozed', callback: { number: '+442079460053', at: callAt } })
  await stack.kill()
  await new Promise(resolve => setTimeout(resolve, due))
  await stack.restart()
  await eventually(async () => {
    expect(await openOf('email:dave@example.com', 1)).toMatchObject([{ late: true, priority: 'high' }])
    const { items } = await api.read('/v1/conversations?limit=1', queueSchema)
    expect(items).toMatchObject([{ id: parcel?.id, urgentSince: callAt }])
    expect(items[0]?.reason).toMatch(/^call back \+44 20 7946 0053 at \d\d:\d\d$/)
  })
  const { id } = await customerOf('email:dave@example.com')
  const changes = (await api.entriesOf(id)).flatMap(entry => (entry.type === 'status' ? [entry.change] : []))
  expect(changes).toContain('breached')
})
