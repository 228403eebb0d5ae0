import { createHmac, randomBytes } from 'node:crypto'

export type XKeys = { consumerKey: string; consumerSecret: string; token: string; tokenSecret: string }
type Signed = { method: string; url: string; nonce?: string; timestamp?: number }

/**
 * The Authorization header of OAuth 1.0a (RFC 5849, HMAC-SHA1) for a request in the name of a user. Parameters of the
 * query are signed; bodies are not, as they are JSON or multipart here.
 * https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
 */
export function oauthHeader(keys: XKeys, { method, url, nonce, timestamp }: Signed, now: () => number): string {
  const address = new URL(url)
  const oauth: [string, string][] = [
    ['oauth_consumer_key', keys.consumerKey],
    ['oauth_nonce', nonce ?? randomBytes(16).toString('hex')],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(timestamp ?? Math.floor(now() / 1000))],
    ['oauth_token', keys.token],
    ['oauth_version', '1.0'],
  ]
  const parameters = [...oauth, ...address.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  const base = [method, address.origin + address.pathname, parameters.sort().join('&')].map(encoded).join('&')
  const key = `${encoded(keys.consumerSecret)}&${encoded(keys.tokenSecret)}`
  const signature = createHmac('sha1', key).update(base).digest('base64')
  const members = [...oauth, ['oauth_signature', signature] as const]
  return `OAuth ${members.map(([name, value]) => `${encoded(name)}="${encoded(value)}"`).join(', ')}`
}

/** RFC 3986 section 2.1: encodeURIComponent leaves five characters that are to be encoded. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
