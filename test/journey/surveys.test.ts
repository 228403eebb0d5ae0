import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { shownConfirmationSchema } from '../../core/api/confirmation.ts'
import { conversationPageSchema } from '../../core/api/conversation.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

let stack: RunningStack
let api: ReturnType<typeof apiOf>
let send: ReturnType<typeof sendersTo>
beforeAll(async () => {
  stack = await runStack()
  api = apiOf(stack)
  send = sendersTo(stack)
})
afterAll(() => stack.stop())

/** Surveys are asked by a clock that strikes each minute. */
const twoStrikes = 150

const mailOf = (name: string, text: string, headers: string[] = []): string =>
  [
    ...[
      'From: Dave <dave@example.com>',
      'To: support@localhost',
      'Subject: My invoice',
      `Message-ID: <${name}@example.com>`,
    ],
    ...[`Date: ${new Date().toUTCString().replace('GMT', '+0000')}`, ...headers, '', text, ''],
  ].join('\r\n')

/** The mail to somebody that holds the address of such a page, and that address. */
const linkMailed = (to: string, place: string, seconds = 60): Promise<{ mail: Email; link: string }> =>
  eventually(async () => {
    const folder = join(stack.dataDir, 'outbox')
    const raw = readdirSync(folder).map(name => readFileSync(join(folder, name)))
    for (const mail of await Promise.all(raw.map(bytes => PostalMime.parse(bytes)))) {
      const link = new RegExp(`${stack.url}/${place}/[\\w-]{52}`).exec(mail.text ?? '')?.[0]
      if (link !== undefined && mail.to?.some(({ address }) => address === to)) return { mail, link }
    }
    throw new Error('no such mail was sent')
  }, seconds)

const matterOf = (identifier: string) =>
  eventually(async () => {
    const [customer] = await api.customersOf(identifier)
    const [open] = customer?.openConversations ?? []
    if (customer === undefined || open === undefined) throw new Error('nothing is open')
    return { customer: customer.id, conversation: open.id }
  })

const form = (link: string, fields: Record<string, string>): Promise<Response> =>
  fetch(link, { method: 'POST', body: new URLSearchParams(fields) })

const changesOf = async (customer: string) =>
  (await api.entriesOf(customer)).flatMap(entry => (entry.type === 'status' ? [entry] : []))

test('a customer is asked after resolution, answers by the link, and answers again by a reply', async () => {
  const settings = { csat: { active: true, afterMinutes: 0 }, company: 'The Shop' }
  expect((await api.call('PUT', '/v1/survey-settings', 'operator', settings)).status).toBe(200)
  await send.mail(mailOf('dave-1', 'My invoice is wrong.'))
  const { customer, conversation } = await matterOf('email:dave@example.com')
  await api.call('POST', `/v1/conversations/${conversation}/status`, 'agent', { status: 'resolved' })
  const { mail, link } = await linkMailed('dave@example.com', 'survey', twoStrikes)
  expect(mail.inReplyTo).toBe('<dave-1@example.com>')

  const page = await fetch(link)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await page.text()).toContain('The Shop')
  expect((await form(link, { score: '2', comment: 'slow' })).status).toBe(200)
  expect((await form(link, { score: '4' })).status).toBe(200)
  const standing = async () =>
    (await api.read(`/v1/conversations/${conversation}`, conversationPageSchema)).conversation
  expect(await standing()).toMatchObject({ status: 'resolved', rating: { kind: 'csat', score: 4 } })
  const answered = async () => (await changesOf(customer)).filter(({ change }) => change === 'survey-answered')
  expect(await answered()).toMatchObject([
    { from: 'csat 2/5', to: 'csat 4/5' },
    { to: 'csat 2/5', reason: 'slow' },
  ])

  await eventually(async () => {
    const contacts = await api.timeline(customer)
    expect(contacts.filter(({ direction }) => direction === 'outbound')).toHaveLength(1)
  })
  await send.mail(
    mailOf('dave-2', '5, thank you', [
      `In-Reply-To: ${mail.messageId}`,
      `References: <dave-1@example.com> ${mail.messageId}`,
    ]),
  )
  await eventually(async () => {
    expect(await standing()).toMatchObject({ status: 'resolved', rating: { score: 5 } })
    expect(await answered()).toHaveLength(3)
  })
}, 300_000)

test('who says another address is theirs is joined to it for good by whoever reads that address, once', async () => {
  const at = new Date().toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4')
  const post = {
    ...{ id: 7, id_str: '7', created_at: at, text: '@shop my parcel is late, my email is carol@example.com' },
    user: { id: 200, id_str: '200', screen_name: 'carol_c', name: 'Carol' },
    entities: { user_mentions: [{ id: 100, id_str: '100', screen_name: 'shop', name: 'The Shop' }] },
  }
  expect(await send.x({ for_user_id: '100', tweet_create_events: [post] })).toBe(200)
  const { customer } = await matterOf('x:200')
  const asserted = async () => {
    const { identifiers } = await api.read(`/v1/customers/${customer}`, looseCustomer)
    return Object.fromEntries(identifiers.map(({ type, asserted: unproven }) => [type, unproven]))
  }
  await eventually(async () => expect(Object.values(await asserted()).toSorted()).toEqual([false, true]))

  const path = `/v1/customers/${customer}/confirmations`
  const ask = (identifier: string) => api.call('POST', path, 'agent', { identifier, reason: 'they ask for invoices' })
  expect((await ask('x:200')).status).toBe(409)
  const response = await ask('email:carol@example.com')
  expect(response.status).toBe(202)
  expect(shownConfirmationSchema.parse(await response.json()).alsoNeeded).toEqual([])
  const { link } = await linkMailed('carol@example.com', 'confirm')
  for (let scanned = 0; scanned < 3; scanned++) expect((await fetch(link)).status).toBe(200)
  expect(Object.values(await asserted())).toContain(true)
  expect((await form(link, {})).status).toBe(200)
  await eventually(async () => expect(await asserted()).toEqual({ email: false, x: false }))
  const forged = `${link.slice(0, -1)}${link.endsWith('_') ? '-' : '_'}`
  expect([(await form(link, {})).status, (await fetch(forged)).status]).toEqual([410, 404])
  const { id } = (await api.customersOf('email:carol@example.com'))[0] ?? { id: '' }
  expect((await changesOf(id)).map(({ change }) => change)).toContain('confirmed')
}, 180_000)

const looseCustomer = z.object({ identifiers: z.array(z.object({ type: z.string(), asserted: z.boolean() })) })
