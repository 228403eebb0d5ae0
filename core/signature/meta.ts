import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { equalText } from './compare.ts'

/**
 * X-Hub-Signature-256: `sha256=` and the hex of HMAC-SHA256 over the raw body, keyed with the app secret.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export const signMeta = (body: Uint8Array, appSecret: string): string =>
  `sha256=${bytesToHex(hmac(sha256, utf8ToBytes(appSecret), body))}`

export const verifyMeta = (body: Uint8Array, signature: string | undefined, appSecret: string): boolean =>
  appSecret !== '' && equalText(signMeta(body, appSecret), signature?.trim().toLowerCase())

/**
 * What to answer when Meta verifies the endpoint: hub.challenge, if hub.verify_token is ours; undefined otherwise. Only
 * a plain word is echoed, so that nobody makes the endpoint say something else.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
 */
export function metaChallenge(query: URLSearchParams, verifyToken: string): string | undefined {
  const challenge = query.get('hub.challenge') ?? ''
  const asked = query.get('hub.mode') === 'subscribe' && /^[\w-]{1,256}$/.test(challenge)
  const known = verifyToken !== '' && equalText(verifyToken, query.get('hub.verify_token') ?? undefined)
  return asked && known ? challenge : undefined
}
