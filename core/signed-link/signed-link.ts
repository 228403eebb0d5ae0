import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { equalBytes } from '../signature/compare.ts'
import { fromBase64url, toBase64url } from './base64url.ts'

/** What a link lets its holder do; the number is what the token holds, and never changes its meaning. */
const purposes = { survey: 1, confirmation: 2, unsubscribe: 3 } as const
export type Purpose = keyof typeof purposes

/** `id` (32 hex digits) names the item that the link is about; `expiresAt` is in epoch seconds. */
export type Link = { purpose: Purpose; id: string; expiresAt: number }

/** `forged` is also what was cut short, mistyped, or signed with a key that is gone. */
export type Read = { outcome: 'valid' | 'expired' | 'wrong-purpose'; link: Link } | { outcome: 'forged' }

/** The keys that links are signed with, by their numbers (0 to 255): `current` signs, every one of them verifies. */
export type LinkKeys = { current: number; keys: ReadonlyMap<number, Uint8Array> }

const format = 1
/** RFC 2104 section 5: no less than half of the hash, here 128 bits. */
const tagLength = 16
const headLength = 23

/**
 * Text of 52 characters of a-z, A-Z, 0-9, - and _: format, key number, purpose, expiry, id and a tag over them. Its
 * length is a multiple of four, so that no two texts are the same token (RFC 4648 section 3.5).
 */
export function writeLink({ current, keys }: LinkKeys, link: Link): string {
  const key = keys.get(current)
  if (key === undefined) throw new Error('the current key of links is missing')
  const head = headOf(link, current)
  return toBase64url(concatBytes(head, tag(key, link.purpose, head)))
}

/** What a text is as a link for this purpose. Nothing is said of a link before its tag has been found right. */
export function readLink({ keys }: LinkKeys, purpose: Purpose, text: string, now: Date): Read {
  const bytes = fromBase64url(text)
  if (bytes?.length !== headLength + tagLength || bytes[0] !== format) return { outcome: 'forged' }
  const [head, given] = [bytes.slice(0, headLength), bytes.slice(headLength)]
  const link = linkIn(head)
  const key = keys.get(bytes[1] ?? 0)
  if (link === undefined || key === undefined || !equalBytes(tag(key, link.purpose, head), given)) {
    return { outcome: 'forged' }
  }
  if (link.purpose !== purpose) return { outcome: 'wrong-purpose', link }
  return { outcome: now.getTime() >= link.expiresAt * 1000 ? 'expired' : 'valid', link }
}

function headOf({ purpose, id, expiresAt }: Link, keyNumber: number): Uint8Array {
  const idBytes = hexToBytes(id)
  if (idBytes.length !== 16) throw new Error('a link is about an id of 32 hex digits')
  const head = new Uint8Array(headLength)
  head.set([format, keyNumber, purposes[purpose]])
  new DataView(head.buffer).setUint32(3, expiresAt)
  head.set(idBytes, 7)
  return head
}

function linkIn(head: Uint8Array): Link | undefined {
  const purpose = (['survey', 'confirmation', 'unsubscribe'] as const).find(name => purposes[name] === head[2])
  if (purpose === undefined) return undefined
  const expiresAt = new DataView(head.buffer, head.byteOffset).getUint32(3)
  return { purpose, id: bytesToHex(head.slice(7)), expiresAt }
}

/** Each purpose has a key of its own, so that no tag of one ever stands for another (RFC 5869 calls this `info`). */
const tag = (key: Uint8Array, purpose: Purpose, head: Uint8Array): Uint8Array =>
  hmac(sha256, hmac(sha256, key, utf8ToBytes(`throughline link ${purpose}`)), head).slice(0, tagLength)
