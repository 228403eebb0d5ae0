import type { Identifier } from '../contact/identifier.ts'
import type { CustomerRecord, LogEntry, Marker, Pointer, Review } from './customer-record.ts'
import type { CannotLink, Edges, Link } from './link.ts'

/** What a decision writes, all or nothing. */
export type IdentityWrite = {
  marker?: Marker
  /** New values of edges; each is stored under both its ends. */
  links: Link[]
  cannotLinks: CannotLink[]
  /** `was` is the version read before; undefined: there must be none. */
  records: { record: CustomerRecord; was: number | undefined }[]
  /** Customers that the decision depends on and leaves as they are. */
  unchanged: { customer: string; version: number }[]
  /** A new pointer must not exist yet; others are guarded by the records of their customers. */
  pointers: { pointer: Pointer; isNew: boolean }[]
  log: LogEntry[]
}

/** No more fits in one transaction. */
export const maxWrites = 100

export const countWrites = (write: IdentityWrite): number =>
  (write.marker ? 1 : 0) +
  2 * (write.links.length + write.cannotLinks.length) +
  write.records.length +
  write.unchanged.length +
  write.pointers.length +
  write.log.length

export type KnownItems = { pointers: Pointer[]; links: Link[] }

/**
 * The stored state of identity. All reads are strongly consistent but `readKnown` and `readLog`; what does not exist is
 * absent from an answer.
 */
export type IdentityStore = {
  /** One round trip, half a read unit an item. */
  readKnown: (identifiers: Identifier[], links: Pick<Link, 'id' | 'a'>[]) => Promise<KnownItems>
  readPointers: (identifiers: Identifier[]) => Promise<Pointer[]>
  readRecords: (customers: string[]) => Promise<CustomerRecord[]>
  /** The links and cannot-links of each stream, in the order given. */
  readEdges: (streams: string[]) => Promise<Edges[]>
  readLink: (linkId: string) => Promise<Link | undefined>
  /** False: a condition did not hold, or another transaction was in the way; nothing is written. A throw may be either. */
  commit: (write: IdentityWrite) => Promise<boolean>
  /** The last step of an operation that committed. */
  readMarker: (operationId: string) => Promise<Marker | undefined>
  /** Newest first, older than `before`. */
  readLog: (customer: string, limit: number, before?: number) => Promise<LogEntry[]>
  putReview: (review: Review) => Promise<void>
  /** Oldest first. */
  listReviews: (limit: number, after?: string) => Promise<Review[]>
}
