import { payloadName } from '../raw/object-name.ts'
import type { RawStore } from '../raw/raw-store.ts'
import { problem, type WebhookAnswer } from './answer.ts'
import { type Door, doorAt, type WebhookRequest } from './doors.ts'
import type { SourceSecrets } from './source-secrets.ts'

export type ReceiveWebhook = {
  raw: Pick<RawStore, 'write'>
  secrets: () => Promise<SourceSecrets>
  /** Where providers reach us, without a slash at the end: Twilio signs the address. */
  publicUrl: string
  /** Epoch milliseconds. */
  now: () => number
  /** 32 hex digits, never the same twice. */
  newId: () => string
}

/**
 * The webhook door: verify the signature over the raw body, store the raw body, answer. The answer is given only once
 * the payload is durable; nothing is interpreted here. A request that cannot prove where it comes from is 401 and
 * stored nowhere.
 */
export async function receiveWebhook(deps: ReceiveWebhook, request: WebhookRequest): Promise<WebhookAnswer> {
  const door = doorAt(request.path)
  if (door === undefined) return problem(404, 'There is no webhook at this address.')
  const now = new Date(deps.now())
  const call = { request, publicUrl: deps.publicUrl, now, secrets: await deps.secrets() }
  if (request.method === 'GET' && door.challenge) return door.challenge(call)
  if (!door.methods.includes(request.method)) return problem(405, `Use ${door.methods.join(' or ')} here.`)
  if (!door.verify(call)) return problem(401, 'The signature does not match. Check the secret of this source.')
  return store(deps, door, request)
}

/** What a GET says stands in its query. */
async function store(deps: ReceiveWebhook, door: Door, request: WebhookRequest): Promise<WebhookAnswer> {
  const payload = request.method === 'GET' ? new TextEncoder().encode(request.query) : request.body
  await deps.raw.write(payloadName(door.format, door.source, deps.now(), deps.newId()), payload)
  return { status: door.intelligible(payload) ? door.accepted : 202, body: '', contentType: 'text/plain' }
}
