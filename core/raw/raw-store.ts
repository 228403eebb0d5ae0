import type { RawRef } from '../contact/contact.ts'

/** A payload as it came, before anything interpreted it. `storedAt` is when the bucket took it (RFC 3339 UTC, ms). */
export type RawPayload = { bytes: Uint8Array; storedAt: string }

/** The intake bucket: what a source sent, byte for byte. */
export type RawStore = {
  /** Durable when it resolves. */
  write: (object: string, bytes: Uint8Array) => Promise<void>
  /** The bytes of `ref`, or of the whole object when no range is given; undefined when the object is not there. */
  read: (object: string, range?: Pick<RawRef, 'offset' | 'length'>) => Promise<RawPayload | undefined>
  /** A large object in pieces, from its start; undefined when it is not there. */
  stream: (object: string) => Promise<AsyncIterable<Uint8Array> | undefined>
}
