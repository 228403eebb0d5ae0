import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Whether two byte strings are equal, in a time that tells nothing about where they differ. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let different = 0
  for (let i = 0; i < a.length; i++) different |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return different === 0
}

/** The same for texts, as their UTF-8. A signature that is missing equals none. */
export const equalText = (a: string, b: string | undefined): boolean =>
  b !== undefined && equalBytes(utf8ToBytes(a), utf8ToBytes(b))

/** RFC 4648 section 4, with padding. */
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
