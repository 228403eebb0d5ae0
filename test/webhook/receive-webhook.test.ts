import { describe, expect, test } from 'vitest'
import { signMeta } from '../../core/signature/meta.ts'
import { signThroughline } from '../../core/signature/throughline.ts'
import { signTwilio } from '../../core/signature/twilio.ts'
import { signX, xResponseToken } from '../../core/signature/x.ts'
import type { WebhookRequest } from '../../core/webhook/doors.ts'
import { receiveWebhook } from '../../core/webhook/receive-webhook.ts'

const now = Date.UTC(2026, 2, 1, 9)
const secrets = {
  twilio: { authToken: 'a twilio token' },
  meta: { appSecret: 'a meta secret', verifyToken: 'a verify token' },
  x: { consumerSecret: 'an x secret' },
  contacts: { crm: 'a crm secret' },
}
const publicUrl = 'https://contact.example.com'

/** Sends a request through the door; tells the answer and what was stored. */
async function send(
  request: Partial<WebhookRequest> & { headers?: Record<string, string>; text?: string },
  known = secrets,
) {
  const stored: { object: string; text: string }[] = []
  const write = async (object: string, bytes: Uint8Array) => {
    stored.push({ object, text: new TextDecoder().decode(bytes) })
  }
  const deps = { raw: { write }, secrets: async () => known, publicUrl, now: () => now, newId: () => 'f'.repeat(32) }
  const { headers = {}, text = '', ...rest } = request
  const full = {
    method: 'POST',
    path: '/',
    query: '',
    header: (name: string) => headers[name],
    body: bytesOf(text),
    ...rest,
  }
  return { answer: await receiveWebhook(deps, full), stored }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const call = 'CallSid=CA1&From=%2B442079460000'
const url = `${publicUrl}/webhooks/twilio/voice`
const json = '{"object":"page","entry":[]}'

const signed = [
  {
    door: 'Twilio',
    status: 200,
    request: {
      path: '/webhooks/twilio/voice',
      text: call,
      headers: { 'x-twilio-signature': signTwilio({ url, body: bytesOf(call) }, 'a twilio token') },
    },
    object: `payloads/twilio-voice/twilio/2026-03-01/${now}-${'f'.repeat(32)}`,
  },
  {
    door: 'Meta',
    status: 200,
    request: {
      path: '/webhooks/meta',
      text: json,
      headers: { 'x-hub-signature-256': signMeta(bytesOf(json), 'a meta secret') },
    },
    object: `payloads/meta/meta/2026-03-01/${now}-${'f'.repeat(32)}`,
  },
  {
    door: 'X',
    status: 200,
    request: {
      path: '/webhooks/x',
      text: json,
      headers: { 'x-twitter-webhooks-signature': signX(bytesOf(json), 'an x secret') },
    },
    object: `payloads/x/x/2026-03-01/${now}-${'f'.repeat(32)}`,
  },
  {
    door: 'another system',
    status: 202,
    request: {
      path: '/webhooks/contacts/crm',
      text: json,
      headers: { 'x-throughline-signature': signThroughline(bytesOf(json), 'a crm secret', new Date(now)) },
    },
    object: `payloads/contacts/crm/2026-03-01/${now}-${'f'.repeat(32)}`,
  },
]

describe.each(signed)('the door of $door', ({ request, object, status }) => {
  test('stores a signed body as it came and then answers as the sender expects', async () => {
    const { answer, stored } = await send(request)
    expect(answer.status).toBe(status)
    expect(stored).toEqual([{ object, text: request.text }])
  })

  test.each([
    ['a changed body', { ...request, text: `${request.text} ` }],
    ['no signature', { ...request, headers: {} }],
  ])('refuses %s with 401 and stores nothing', async (_, forged) => {
    const { answer, stored } = await send(forged)
    expect(answer.status).toBe(401)
    expect(stored).toEqual([])
  })

  test('refuses everything while its secret is not set', async () => {
    const { answer, stored } = await send(request, {
      ...secrets,
      twilio: { authToken: '' },
      meta: { appSecret: '', verifyToken: '' },
      x: { consumerSecret: '' },
      contacts: { crm: '' },
    })
    expect(answer.status).toBe(401)
    expect(stored).toEqual([])
  })
})

test('a signed body that makes no sense is stored and answered 202', async () => {
  const text = 'not json'
  const headers = { 'x-hub-signature-256': signMeta(bytesOf(text), 'a meta secret') }
  const { answer, stored } = await send({ path: '/webhooks/meta', text, headers })
  expect(answer.status).toBe(202)
  expect(stored).toHaveLength(1)
})

test('a Twilio callback by GET is stored as its query', async () => {
  const headers = { 'x-twilio-signature': signTwilio({ url: `${url}?${call}`, body: bytesOf('') }, 'a twilio token') }
  const { answer, stored } = await send({ method: 'GET', path: '/webhooks/twilio/voice', query: call, headers })
  expect([answer.status, stored[0]?.text]).toEqual([200, call])
})

test('a signature of ours is good for five minutes', async () => {
  const headers = { 'x-throughline-signature': signThroughline(bytesOf(json), 'a crm secret', new Date(now - 301_000)) }
  expect((await send({ path: '/webhooks/contacts/crm', text: json, headers })).answer.status).toBe(401)
})

test('Meta is told its challenge back, for the right token only', async () => {
  const ask = (token: string) =>
    send({
      method: 'GET',
      path: '/webhooks/meta',
      query: `hub.mode=subscribe&hub.challenge=1158&hub.verify_token=${token}`,
    })
  expect((await ask('a+verify+token')).answer).toMatchObject({ status: 200, body: '1158' })
  expect((await ask('wrong')).answer.status).toBe(403)
})

test('X is told its challenge’s answer', async () => {
  const { answer } = await send({ method: 'GET', path: '/webhooks/x', query: 'crc_token=abc' })
  expect(JSON.parse(answer.body)).toEqual({ response_token: xResponseToken('abc', 'an x secret') })
  expect((await send({ method: 'GET', path: '/webhooks/x' })).answer.status).toBe(400)
})

test.each([
  ['PUT', '/webhooks/x', 405],
  ['POST', '/webhooks/nobody', 404],
  ['POST', '/webhooks/contacts/../x', 404],
  ['POST', '/webhooks/contacts/nobody', 401],
])('%s %s is %i', async (method, path, status) => {
  const { answer } = await send({ method, path, text: json })
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.body)).toMatchObject({ status })
})
