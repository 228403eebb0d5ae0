import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { equalText } from './compare.ts'

/** How far a signature's time may lie from ours, either way; it bounds how long a captured request can be repeated. */
const toleranceSeconds = 300

/** `x-throughline-signature` for a body that is sent at `at`: `t=<epoch seconds>,v1=<hex HMAC-SHA256 of "t.body">`. */
export function signThroughline(body: Uint8Array, secret: string, at: Date): string {
  const seconds = String(Math.floor(at.getTime() / 1000))
  return `t=${seconds},v1=${digest(seconds, body, secret)}`
}

/** Whether the sender holds the secret and signed within five minutes of `now`. */
export function verifyThroughline(body: Uint8Array, signature: string | undefined, secret: string, now: Date): boolean {
  const [, seconds = '', given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature?.trim() ?? '') ?? []
  if (secret === '' || given === undefined) return false
  const recent = Math.abs(now.getTime() / 1000 - Number(seconds)) <= toleranceSeconds
  return equalText(digest(seconds, body, secret), given) && recent
}

const digest = (seconds: string, body: Uint8Array, secret: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(secret), concatBytes(utf8ToBytes(`${seconds}.`), body)))
