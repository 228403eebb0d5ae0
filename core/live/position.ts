import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'

/** Digits of a time in base 36: enough until the year 5188. */
const timeDigits = 9
/** A stream's sequence numbers have at most 40 decimal digits (StreamRecord, Amazon DynamoDB Streams API reference). */
const sequenceDigits = 26

/** `<time>-<sequence>-<item>`: text order is order of time, and of change for changes of one item. */
export const eventIdSchema = z.string().regex(/^[0-9a-z]{9}-[0-9a-z]{26}-[0-9a-f]{8}$/)

/** Where a client stands: the id of an event, or a time alone. */
export const positionSchema = z.string().regex(/^[0-9a-z]{9}(?:-[0-9a-z]{26}-[0-9a-f]{8})?$/)

/** What identifies a change of the table: when its record came to be, its number in the shard, the item's key. */
export type ChangeOrigin = { createdMs: number; sequence: string; key: string }

/** The same change has the same id, however often it is delivered: clients drop what they have seen. */
export function eventId({ createdMs, sequence, key }: ChangeOrigin): string {
  const item = bytesToHex(sha256(utf8ToBytes(key))).slice(0, 8)
  return `${positionAt(createdMs)}-${BigInt(sequence).toString(36).padStart(sequenceDigits, '0')}-${item}`
}

export const positionAt = (ms: number): string => Math.floor(ms).toString(36).padStart(timeDigits, '0')

/** Milliseconds since 1970. */
export const timeOf = (position: string): number => Number.parseInt(position.slice(0, timeDigits), 36)
