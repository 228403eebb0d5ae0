import { metaChallenge, verifyMeta } from '../signature/meta.ts'
import { verifyThroughline } from '../signature/throughline.ts'
import { verifyTwilio } from '../signature/twilio.ts'
import { verifyX, xResponseToken } from '../signature/x.ts'
import { problem, type WebhookAnswer } from './answer.ts'
import type { SourceSecrets } from './source-secrets.ts'

/** A request as it came: the path without query, the raw query string, and the very bytes of the body. */
export type WebhookRequest = {
  method: string
  path: string
  query: string
  header: (name: string) => string | undefined
  body: Uint8Array
}

/** A request with all that judging it needs. */
export type WebhookCall = { request: WebhookRequest; publicUrl: string; now: Date; secrets: SourceSecrets }

/**
 * A webhook door: the format of its payloads, the source they come from, and how a sender proves itself. `accepted` is
 * the status that the provider expects; a payload that is not `intelligible` is stored as well, and answered 202.
 */
export type Door = {
  format: string
  source: string
  methods: string[]
  accepted: number
  verify: (call: WebhookCall) => boolean
  intelligible: (payload: Uint8Array) => boolean
  /** Answers a provider's GET that asks whether we are who it thinks we are. */
  challenge?: (call: WebhookCall) => WebhookAnswer
}

/** The door at a path, or undefined. */
export function doorAt(path: string): Door | undefined {
  const contacts = /^\/webhooks\/contacts\/([a-z0-9][a-z0-9-]{0,62})$/.exec(path)?.[1]
  return contacts === undefined ? doors.get(path) : contactsDoor(contacts)
}

const text = (payload: Uint8Array): string => new TextDecoder().decode(payload)

function isJson(payload: Uint8Array): boolean {
  try {
    return typeof JSON.parse(text(payload)) === 'object'
  } catch {
    return false
  }
}

const twilioVoice: Door = {
  format: 'twilio-voice',
  source: 'twilio',
  methods: ['POST', 'GET'],
  accepted: 200,
  verify: ({ request, publicUrl, secrets }) =>
    verifyTwilio(
      { url: `${publicUrl}${request.path}${request.query && `?${request.query}`}`, body: request.body },
      request.header('x-twilio-signature'),
      secrets.twilio?.authToken ?? '',
    ),
  intelligible: payload => /(^|&)CallSid=/.test(text(payload)),
}

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started: an event notification expects 200. */
const meta: Door = {
  format: 'meta',
  source: 'meta',
  methods: ['POST'],
  accepted: 200,
  verify: ({ request, secrets }) =>
    verifyMeta(request.body, request.header('x-hub-signature-256'), secrets.meta?.appSecret ?? ''),
  intelligible: isJson,
  challenge: ({ request, secrets }) => {
    const challenge = metaChallenge(new URLSearchParams(request.query), secrets.meta?.verifyToken ?? '')
    if (challenge === undefined)
      return problem(403, 'The verify token is not the one of the secret `meta.verifyToken`.')
    return { status: 200, body: challenge, contentType: 'text/plain' }
  },
}

/** https://docs.x.com/x-api/webhooks/introduction: answer with 200 within ten seconds. */
const x: Door = {
  format: 'x',
  source: 'x',
  methods: ['POST'],
  accepted: 200,
  verify: ({ request, secrets }) =>
    verifyX(request.body, request.header('x-twitter-webhooks-signature'), secrets.x?.consumerSecret ?? ''),
  intelligible: isJson,
  challenge: ({ request, secrets }) => {
    const token = new URLSearchParams(request.query).get('crc_token')
    const secret = secrets.x?.consumerSecret
    if (!token) return problem(400, 'A challenge needs the parameter crc_token.')
    if (!secret) return problem(403, 'The secret `x.consumerSecret` is not set.')
    const body = JSON.stringify({ response_token: xResponseToken(token, secret) })
    return { status: 200, body, contentType: 'application/json' }
  },
}

const doors = new Map([
  ['/webhooks/twilio/voice', twilioVoice],
  ['/webhooks/meta', meta],
  ['/webhooks/x', x],
])

const contactsDoor = (source: string): Door => ({
  format: 'contacts',
  source,
  methods: ['POST'],
  accepted: 202,
  verify: ({ request, secrets, now }) =>
    verifyThroughline(request.body, request.header('x-throughline-signature'), secrets.contacts?.[source] ?? '', now),
  intelligible: isJson,
})
