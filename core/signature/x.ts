import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64, equalText } from './compare.ts'

/**
 * x-twitter-webhooks-signature: `sha256=` and the base64 of HMAC-SHA256 over the raw body, keyed with the app's consumer
 * secret. https://docs.x.com/x-api/webhooks/quickstart
 */
export const signX = (body: Uint8Array, consumerSecret: string): string =>
  `sha256=${base64(hmac(sha256, utf8ToBytes(consumerSecret), body))}`

export const verifyX = (body: Uint8Array, signature: string | undefined, consumerSecret: string): boolean =>
  consumerSecret !== '' && equalText(signX(body, consumerSecret), signature?.trim())

/** The `response_token` that answers X's challenge-response check (CRC): the same signature, over the crc_token. */
export const xResponseToken = (crcToken: string, consumerSecret: string): string =>
  signX(utf8ToBytes(crcToken), consumerSecret)
