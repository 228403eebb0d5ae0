import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64, equalText } from './compare.ts'

/** A request as it came: the whole public URL with its query as written, and the raw body (empty for a GET). */
export type TwilioRequest = { url: string; body: Uint8Array }

/**
 * X-Twilio-Signature: base64 of HMAC-SHA1, keyed with the account's auth token, over the URL followed by every parameter
 * of a form body, sorted by name, name and value without anything between. A body that is no form is covered by its
 * SHA-256 in the URL's parameter bodySHA256 instead.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signTwilio({ url, body }: TwilioRequest, authToken: string): string {
  const parameters = bodyHash(url) === undefined ? sortedParameters(body) : ''
  return base64(hmac(sha1, utf8ToBytes(authToken), utf8ToBytes(url + parameters)))
}

/** Whether Twilio signed the request. Twilio signs some URLs with the scheme's default port and some without. */
export function verifyTwilio(request: TwilioRequest, signature: string | undefined, authToken: string): boolean {
  if (authToken === '' || signature === undefined) return false
  const hash = bodyHash(request.url)
  if (hash !== undefined && !equalText(bytesToHex(sha256(request.body)), hash)) return false
  return portVariants(request.url)
    .map(url => equalText(signTwilio({ ...request, url }, authToken), signature))
    .includes(true)
}

const bodyHash = (url: string): string | undefined =>
  /[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|$)/.exec(url)?.[1]?.toLowerCase()

/** A name that comes several times counts with each of its different values, in order. */
function sortedParameters(body: Uint8Array): string {
  const values = new Map<string, Set<string>>()
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) {
    values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  const names = [...values.keys()].sort()
  return names.flatMap(name => [...(values.get(name) ?? [])].sort().map(value => name + value)).join('')
}

function portVariants(url: string): string[] {
  const [, scheme = '', host = '', port, rest = ''] = /^(https?):\/\/([^/?#:]+)(:\d+)?(.*)$/s.exec(url) ?? []
  const defaultPort = scheme === 'https' ? ':443' : ':80'
  if (host === '' || (port !== undefined && port !== defaultPort)) return [url]
  return [url, `${scheme}://${host}${port === undefined ? defaultPort : ''}${rest}`]
}
