import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { startedAttachmentSchema } from '../../core/api/attachment.ts'
import { customerConsentSchema } from '../../core/api/consent.ts'
import { draftsSchema, savedDraftSchema } from '../../core/api/draft.ts'
import { renderedMacroSchema, shownMacroSchema } from '../../core/api/macro.ts'
import { problemSchema } from '../../core/api/problem.ts'
import { apiOf, eventually } from './api-client.ts'
import { type Role, type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

let stack: RunningStack
let api: ReturnType<typeof apiOf>
let send: ReturnType<typeof sendersTo>
beforeAll(async () => {
  stack = await runStack()
  api = apiOf(stack)
  send = sendersTo(stack)
  // Making a token takes seconds, in which a connection that is kept open ends unseen.
  for (const role of ['agent', 'operator'] as const) stack.token(role)
})
afterAll(() => stack.stop())

const ask = async <Schema extends z.ZodType>(
  method: string,
  path: string,
  role: Role,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> => schema.parse(await (await api.call(method, path, role, body)).json())

const mail = [
  ...[
    'From: Alice Field <alice@example.com>',
    'To: support@localhost',
    'Subject: Late',
    'Message-ID: <late@example.com>',
  ],
  ...['Date: Mon, 02 Mar 2026 09:00:00 +0000', '', 'Where is my order 4471-882?', ''],
].join('\r\n')

/** The customer of an identifier and the id of their open matter. */
const matterOf = (identifier: string) =>
  eventually(async () => {
    const [customer] = await api.customersOf(identifier)
    const [row] = customer?.openConversations ?? []
    if (customer === undefined || row === undefined) throw new Error('no matter yet')
    return { customer: customer.id, conversation: row.id }
  })

test('an answer is written from a macro, kept as a draft with its file, and held back where nobody may write', async () => {
  await send.mail(mail)
  const { customer, conversation } = await matterOf('email:alice@example.com')
  const path = `/v1/conversations/${conversation}`
  const variants = [
    { language: 'en', text: 'Hello {{customer.firstName}}, order {{conversation.reference.order}} is late.' },
  ]
  await ask('PUT', '/v1/macros/late', 'operator', { name: 'Late', variants }, shownMacroSchema)
  const { text, missing } = await ask('POST', `${path}/macros/late`, 'agent', {}, renderedMacroSchema)
  expect({ text, missing }).toEqual({ text: 'Hello Alice, order 4471882 is late.', missing: [] })

  const file = { name: 'terms.pdf', mediaType: 'application/pdf', bytes: 5 }
  const { id, uploadUrl } = await ask('POST', '/v1/attachments', 'agent', file, startedAttachmentSchema)
  expect((await fetch(uploadUrl, { method: 'PUT', body: 'more than 5' })).status).toBe(403)
  expect((await fetch(uploadUrl, { method: 'PUT', body: '12345' })).status).toBe(200)
  const { draft } = await ask('PUT', `${path}/draft`, 'agent', { text, attachments: [id] }, savedDraftSchema)
  expect((await api.read(`${path}/drafts`, draftsSchema)).items).toEqual([draft])
  const version = draft?.version
  expect(await ask('PUT', `${path}/draft`, 'agent', { text: '', version }, savedDraftSchema)).toEqual({})

  await ask('POST', `/v1/customers/${customer}/consent`, 'agent', { change: 'do-not-contact' }, customerConsentSchema)
  const held = await ask('POST', `${path}/reply`, 'agent', { text }, problemSchema)
  expect(held).toMatchObject({ status: 409, refusals: [{ kind: 'do-not-contact', waivable: false }] })
  const lift = { change: 'lift', source: 'operator' }
  await ask('POST', `/v1/customers/${customer}/consent`, 'operator', lift, customerConsentSchema)
  expect((await api.call('POST', `${path}/reply`, 'agent', { text })).status).toBe(202)
})

test('a message of one word ends surveys and marketing for who sent it', async () => {
  const from = { identifier: { type: 'whatsapp', value: '442079460018' } }
  const occurredAt = '2026-03-02T09:00:00.000Z'
  await send.contacts([
    { id: 'stop', channel: 'message', kind: 'direct', direction: 'inbound', occurredAt, from, to: [], text: 'STOP' },
  ])
  const { customer } = await matterOf('whatsapp:442079460018')
  const { items } = await eventually(() => api.read(`/v1/customers/${customer}/consent`, customerConsentSchema))
  expect(items).toMatchObject([
    {
      purposes: {
        service: { isDefault: true },
        survey: { state: 'denied', source: 'keyword' },
        marketing: { state: 'denied' },
      },
    },
  ])
})
