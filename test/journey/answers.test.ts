import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { startX } from '../../bench/networks/x.ts'
import { startedAttachmentSchema } from '../../core/api/attachment.ts'
import { problemSchema } from '../../core/api/problem.ts'
import { replyListSchema, type ShownReply, shownReplySchema } from '../../core/api/reply.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

let stack: RunningStack
let api: ReturnType<typeof apiOf>
let send: ReturnType<typeof sendersTo>
let x: Loopback
beforeAll(async () => {
  x = await startX({ userId: '100', token: 'token-of-the-shop', deleted: ['13'] })
  stack = await runStack()
  stack.connect('x', { userToken: 'token-of-the-shop', userId: '100', apiUrl: x.url })
  api = apiOf(stack)
  send = sendersTo(stack)
})
afterAll(async () => {
  await stack.stop()
  await x.close()
})

const mailFrom = (address: string, id: string, text: string, more: string[] = []) =>
  [
    `From: Alice Archer <${address}>`,
    ...['To: support@localhost', 'Subject: My parcel', `Message-ID: <${id}@example.com>`, ...more],
    ...[`Date: ${new Date().toUTCString().replace('GMT', '+0000')}`, '', text, ''],
  ].join('\r\n')

const company = { id: 100, id_str: '100', screen_name: 'shop', name: 'The Shop' }
const created = () =>
  new Date().toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4')
const post = (id: string, author: string, text: string): object => ({
  for_user_id: '100',
  tweet_create_events: [
    {
      ...{ id: Number(id), id_str: id, text, created_at: created() },
      user: { id: Number(author), id_str: author, screen_name: `customer_${author}`, name: 'A Customer' },
      entities: { user_mentions: [company] },
    },
  ],
})
/** What X tells us of our own answer. */
const echoOf = (id: string, to: string, author: string, text: string): object => ({
  for_user_id: '100',
  tweet_create_events: [
    {
      ...{ id: Number(id), id_str: id, text, created_at: created(), user: company, entities: {} },
      ...{ in_reply_to_status_id_str: to, in_reply_to_user_id_str: author },
    },
  ],
})

/** The customer of an identifier and their open matter. */
const matterOf = (identifier: string) =>
  eventually(async () => {
    const [customer] = await api.customersOf(identifier)
    const [open] = customer?.openConversations ?? []
    if (customer === undefined || open === undefined) throw new Error('nothing is open')
    return { customer: customer.id, conversation: open.id }
  })

const ask = (conversation: string, body: object): Promise<Response> =>
  api.call('POST', `/v1/conversations/${conversation}/reply`, 'agent', { undoSeconds: 0, ...body })

async function answer(conversation: string, body: object): Promise<ShownReply> {
  const response = await ask(conversation, body)
  if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`)
  return shownReplySchema.parse(await response.json())
}

async function refusal(conversation: string, body: object): Promise<z.infer<typeof problemSchema>> {
  const response = await ask(conversation, body)
  expect(response.status).toBe(409)
  return problemSchema.parse(await response.json())
}

const becomes = (id: string, status: ShownReply['status'], seconds = 60) =>
  eventually(async () => {
    const reply = await api.read(`/v1/replies/${id}`, shownReplySchema)
    expect(reply).toMatchObject({ status })
    return reply
  }, seconds)

const outbound = async (customer: string) =>
  (await api.timeline(customer)).filter(({ direction }) => direction === 'outbound')

const sentMails = () =>
  readdirSync(join(stack.dataDir, 'outbox'))
    .filter(name => name.endsWith('.eml'))
    .sort()
    .map(name => readFileSync(join(stack.dataDir, 'outbox', name), 'utf8'))

describe('a mention', () => {
  test('is answered in public, under the post; the answer and its echoes are one entry of the timeline', async () => {
    await send.x(post('11', '200', '@shop my parcel has not been delivered'))
    const { customer, conversation } = await matterOf('x:200')
    const text = 'It left our house today.'
    const { id, form } = await answer(conversation, { text })
    expect(form).toBe('post')
    const { providerId = '' } = await becomes(id, 'sent')
    expect(x.sent).toMatchObject([{ id: providerId, target: '11', text }])
    for (const _again of [1, 2, 3]) expect(await send.x(echoOf(providerId, '11', '200', text))).toBe(200)
    await eventually(async () =>
      expect(await outbound(customer)).toMatchObject([{ text, agent: 'agent', conversation }]),
    )
    await send.x(post('12', '299', '@shop hello there'))
    await matterOf('x:299')
    expect(await outbound(customer)).toHaveLength(1)
  })

  test('of a post that is gone cannot be answered: the timeline says what to do', async () => {
    await send.x(post('13', '203', '@shop my parcel has not been delivered'))
    const { customer, conversation } = await matterOf('x:203')
    const { id } = await answer(conversation, { text: 'We look into it.' })
    expect((await becomes(id, 'failed')).trouble?.advice).toMatch(/\.$/)
    await eventually(async () =>
      expect(await api.entriesOf(customer)).toContainEqual(expect.objectContaining({ change: 'reply-failed', to: id })),
    )
  })

  test('is answered once though X took it and nobody heard, and after it said to wait', async () => {
    await send.x(post('14', '204', '@shop my parcel has not been delivered'))
    const { conversation } = await matterOf('x:204')
    x.fault(['taken, reset'])
    const { id } = await answer(conversation, { text: 'It was at the wrong depot.' })
    await becomes(id, 'sent')
    expect(x.sent.filter(({ target }) => target === '14')).toHaveLength(1)
    const reset = `${Math.ceil(Date.now() / 1000) + 3}`
    x.fault([{ status: 429, headers: { 'x-rate-limit-reset': reset }, body: { title: 'Too Many Requests' } }])
    const second = await answer(conversation, { text: 'It is on its way now.' })
    await becomes(second.id, 'sent')
    expect(x.sent.filter(({ target }) => target === '14')).toHaveLength(2)
  })

  test('has the length that X allows, and not a character more', async () => {
    await send.x(post('15', '205', '@shop my parcel has not been delivered'))
    const { conversation } = await matterOf('x:205')
    expect((await refusal(conversation, { text: 'a'.repeat(281) })).refusals).toMatchObject([{ kind: 'length' }])
    const { id } = await answer(conversation, { text: 'a'.repeat(280) })
    await becomes(id, 'sent')
  })
})

/** The smallest picture there is, and how it is announced and uploaded. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
async function uploaded(name: string, mediaType: string): Promise<string> {
  const file = { name, mediaType, bytes: pixel.length }
  const started = startedAttachmentSchema.parse(await (await api.call('POST', '/v1/attachments', 'agent', file)).json())
  expect((await fetch(started.uploadUrl, { method: 'PUT', body: pixel })).status).toBe(200)
  return started.id
}

describe('pictures', () => {
  test('go with an answer, as many as X takes and of the kinds that it takes, and not one more', async () => {
    await send.x(post('16', '206', '@shop my parcel has not been delivered'))
    const { customer, conversation } = await matterOf('x:206')
    const pictures = await Promise.all([1, 2, 3, 4, 5].map(n => uploaded(`map ${n}.png`, 'image/png')))
    const terms = await uploaded('terms.pdf', 'application/pdf')
    const text = 'Here is where it lies.'
    const refused = async (attachments: string[]) =>
      (await refusal(conversation, { text, attachments })).refusals?.map(({ kind }) => kind)
    expect(await refused(pictures)).toEqual(['media-count'])
    expect(await refused([terms])).toEqual(['media-type'])
    const { id } = await answer(conversation, { text, attachments: pictures.slice(0, 4) })
    await becomes(id, 'sent')
    expect(x.sent.find(({ target }) => target === '16')?.media).toHaveLength(4)
    await eventually(async () => expect((await outbound(customer))[0]?.attachments).toHaveLength(4))
  })
})

describe('a mail', () => {
  test('is answered; whoever answers that from another address, with its token, is in the same matter', async () => {
    await send.mail(mailFrom('alice@example.com', 'parcel', 'My parcel has not been delivered.'))
    const { customer, conversation } = await matterOf('email:alice@example.com')
    const { id } = await answer(conversation, { text: 'Which number stands on the slip?' })
    await becomes(id, 'sent')
    const [sent = ''] = sentMails()
    expect(sent).toMatch(/^To: .*alice@example\.com/m)
    const token = /^Reply-To: .*?<?(support\+r\.[a-z2-7]+@localhost)>?\s*$/im.exec(sent)?.[1] ?? ''
    expect(token).not.toBe('')
    await send.mail(
      mailFrom('alice.work@example.org', 'slip', 'It says 4711.').replace('support@localhost', token),
      token,
    )
    await eventually(async () => {
      const mails = await api.timeline(customer)
      expect(mails.map(({ direction }) => direction).toSorted()).toEqual(['inbound', 'inbound', 'outbound'])
      expect(new Set(mails.map(mail => mail.conversation))).toEqual(new Set([conversation]))
    })
    await send.mail(mailFrom('mallory@example.net', 'forged', 'It says 4711.', ['In-Reply-To: <r.aaaa@localhost>']))
    expect((await matterOf('email:mallory@example.net')).customer).not.toBe(customer)
  })

  test('of two agents who answer at once one is held, and shown the other’s', async () => {
    await send.mail(mailFrom('bob@example.com', 'twice', 'My parcel has not been delivered.'))
    const { conversation } = await matterOf('email:bob@example.com')
    const both = await Promise.all([
      api.call('POST', `/v1/conversations/${conversation}/reply`, 'agent', { text: 'We look into it.' }),
      api.call('POST', `/v1/conversations/${conversation}/reply`, 'social', { text: 'It is lost, sorry.' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([202, 409])
    const held = problemSchema.parse(await both.find(({ status }) => status === 409)?.json())
    const { items } = await api.read(`/v1/conversations/${conversation}/replies`, replyListSchema)
    expect(items).toHaveLength(1)
    expect(held.refusals).toMatchObject([{ kind: 'another-answer', entryIds: [items[0]?.id], waivable: true }])
  })

  test('that was undone within ten seconds never leaves', async () => {
    await send.mail(mailFrom('clara@example.com', 'undone', 'My parcel has not been delivered.'))
    const { conversation } = await matterOf('email:clara@example.com')
    const { id } = await answer(conversation, { text: 'It is lost.', undoSeconds: 2 })
    expect((await api.call('POST', `/v1/replies/${id}/undo`, 'agent', {})).status).toBe(200)
    const next = await answer(conversation, { text: 'It comes today.', undoSeconds: 3 })
    await becomes(next.id, 'sent')
    await becomes(id, 'undone')
    expect(sentMails().filter(mail => mail.includes('clara@example.com'))).toHaveLength(1)
  })

  test('to somebody who is not to be contacted is not taken in', async () => {
    await send.mail(mailFrom('dora@example.com', 'never', 'Never write to me again.'))
    const { customer, conversation } = await matterOf('email:dora@example.com')
    const consent = { identifier: 'email:dora@example.com', change: 'do-not-contact', source: 'said' }
    const told = await api.call('POST', `/v1/customers/${customer}/consent`, 'agent', consent)
    expect([200, 201], await told.clone().text()).toContain(told.status)
    expect((await refusal(conversation, { text: 'We only wanted to say…' })).refusals).toMatchObject([
      { kind: 'do-not-contact', waivable: false },
    ])
  })
})
