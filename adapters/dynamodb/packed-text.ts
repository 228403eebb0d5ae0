import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Shorter texts gain nothing by compression. */
const shortest = 200

/** The customer's own words are kept with the entry up to this many bytes; the rest stays in the raw payload. */
const maxPacked = 4096
const maxUnpacked = 1_000_000

export type Packed = { packed: string | Uint8Array; truncated: boolean }

/** A text as it is stored: compressed when that is shorter, and cut so that it fits. */
export function packText(text: string): Packed {
  if (text.length < shortest) return { packed: text, truncated: false }
  const plain = Buffer.from(text)
  const packed = deflateRawSync(plain)
  if (packed.length <= maxPacked) return { packed: packed.length < plain.length ? packed : text, truncated: false }
  const shorter = Math.floor((text.length * maxPacked) / packed.length) - 64
  return { ...packText(cut(text, shorter)), truncated: true }
}

export const unpackText = (packed: string | Uint8Array): string =>
  typeof packed === 'string' ? packed : inflateRawSync(packed, { maxOutputLength: maxUnpacked }).toString()

/** Never cuts a surrogate pair in two. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
