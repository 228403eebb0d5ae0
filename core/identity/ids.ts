import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The ids of identity: keyed hashes, so that nobody without the deployment's key can find the number behind an id by
 * trying all numbers. Pure functions of what they name: no arrival order, no randomness.
 */
export type IdentityIds = {
  /** The id a stream gives to a customer whose least member it is: `cus_` and 26 of a-z2-7. */
  customer: (stream: string) => string
  /** `lnk_` and 42 of a-z2-7: one per pair and rule, whatever the order of the pair. The id names its place. */
  link: (a: string, b: string, rule: string) => string
  /** `can_` and 42 of a-z2-7: one per pair. */
  cannotLink: (a: string, b: string) => string
}

const birthLength = 26

/** `key` is 64 hexadecimal digits. */
export function identityIds(key: string): IdentityIds {
  const keyBytes = hexToBytes(key)
  const hash = (text: string, length: number): string => base32(hmac(sha256, keyBytes, utf8ToBytes(text)), length)
  const pair = (a: string, b: string, ...about: string[]): string => {
    const [first, second] = sortedPair(a, b)
    return hash(first, birthLength) + hash(JSON.stringify([first, second, ...about]), 16)
  }
  return {
    customer: stream => `cus_${hash(stream, birthLength)}`,
    link: (a, b, rule) => `lnk_${pair(a, b, 'link', rule)}`,
    cannotLink: (a, b) => `can_${pair(a, b, 'cannot-link')}`,
  }
}

/** A pair as links store it. */
export const sortedPair = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])

/** The birth id of the first stream of a link or cannot-link, under which one of its two copies lies. */
export const firstBirth = (edgeId: string): string => `cus_${edgeId.slice(4, 4 + birthLength)}`

/** RFC 4648 section 6 in lower case: the first `length` characters, five bits each. */
function base32(bytes: Uint8Array, length: number): string {
  let text = ''
  let bits = 0
  let pending = 0
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet.charAt((pending >> (bits - 5)) & 31)
  }
  return text.slice(0, length)
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
