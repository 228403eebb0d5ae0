import type { Contact, RawRef } from '../contact/contact.ts'
import type { Fact } from '../record/keep-fact.ts'
import type { Source } from '../source/source.ts'

/**
 * The bytes of one payload and how they came. `ordinal` counts the identical rows before this one in its file;
 * `context` is what a row of a file needs to be read (a CSV header line).
 */
export type Payload = {
  bytes: Uint8Array
  receivedAt: string
  rawRef: RawRef
  ordinal?: number
  context?: string
}

/** A provider said that a contact was deleted. */
export type Deletion = { contactId: string; deletedAt: string }

/** What a payload turned out to hold. A fact is what reports need beside contacts: a sale, a count, a campaign. Nothing is dropped: what is no contact says why. */
export type Finding =
  | { type: 'contact'; contact: Contact }
  | { type: 'deletion'; deletion: Deletion }
  | { type: 'fact'; fact: Fact }
  | { type: 'not-a-contact'; reason: string }
  | { type: 'set-aside'; reason: string }

/**
 * One provider format, in one file. `parse` is pure, never throws for any bytes, and bounds its own time and output;
 * `reason` is a sentence for the operator, without personal data. `sourceKind` picks the default for an unconfigured
 * source. A format whose files hold many contacts has a `split`.
 */
export type Format = {
  name: string
  sourceKind: Source['kind']
  parse: (payload: Payload, source: Source) => Promise<Finding[]>
  split?: Split
}

/** A row of a file: its place in bytes, its 1-based line number, and what reading it needs. */
export type Row = { offset: number; length: number; line: number; context?: string }

/** Cuts a file, read in chunks, into rows. Holds one row in memory, and no row above `maxRowBytes`. */
export type Split = (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Row & { bytes: Uint8Array }>

/** A channel: the formats in which its contacts arrive. */
export type Channel = { name: string; formats: Format[] }
