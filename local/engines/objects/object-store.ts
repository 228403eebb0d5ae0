import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Fsync } from '../queue-database.ts'
import { BodyFiles, type ReceivedBody } from './body-files.ts'
import { type Announcement, type ListRange, ObjectIndex, type ObjectRecord } from './object-index.ts'
import { isSmallBody } from './small-bodies.ts'

export type ObjectDescription = Pick<ObjectRecord, 'bucket' | 'key' | 'contentType' | 'metadata'>

/** The messages a stored object owes to queues, by the bucket's notification settings. */
export type Announcements = (stored: Omit<ObjectRecord, 'body'>) => Omit<Announcement, 'id'>[]

/** Paid announcements are settled together, this long after the first: a commit for each would be a third of all. */
const settleMs = 100

/**
 * Objects on disk: an index in SQLite that holds small bodies too, and one file for each large body. It stands where fauxqs' own S3 would, which holds whole
 * objects in memory, takes no body above 11 MiB, reads a whole file to answer a range of it, and lists every object at
 * its start; mails may have 40 MB and imported files a gigabyte, read in thousands of ranges.
 */
export class ObjectStore {
  #index: ObjectIndex
  #bodies: BodyFiles
  #deliver: (announcement: Announcement) => void
  #announcements: Announcements
  #paid: number[] = []
  #settling: NodeJS.Timeout | undefined

  constructor(
    folder: string,
    fsync: Fsync,
    announcements: Announcements,
    deliver: (announcement: Announcement) => void,
  ) {
    this.#bodies = new BodyFiles(join(folder, 'bodies'), fsync)
    this.#index = new ObjectIndex(folder, fsync)
    this.#announcements = announcements
    this.#deliver = deliver
  }

  receive = (chunks: AsyncIterable<Uint8Array>): Promise<ReceivedBody> => this.#bodies.receive(chunks)

  async discard({ body }: ReceivedBody): Promise<void> {
    if (typeof body === 'string') await this.#bodies.remove(body)
  }

  /** Makes received bytes an object, in place of any older one, and then sends what that owes to queues. */
  async put(description: ObjectDescription, received: ReceivedBody, now: number): Promise<ObjectRecord> {
    const { body, size, md5 } = received
    const described = { ...description, size, etag: md5.toString('hex'), modifiedAt: now }
    const { record, owed, olderFile } = this.#index.put(described, body, this.#announcements(described))
    for (const announcement of owed) this.#pay(announcement)
    if (olderFile !== undefined) await this.#bodies.remove(olderFile)
    return record
  }

  get = (bucket: string, key: string): ObjectRecord | undefined => this.#index.get(bucket, key)

  /** The bytes `start` to `end`, both included. */
  read = (record: ObjectRecord, range: { start: number; end: number }): Readable =>
    isSmallBody(record.body) ? Readable.from([this.readSmall(record, range)]) : this.#bodies.read(record.body, range)

  /** The same, at once and in memory. */
  readSmall = (record: ObjectRecord, range: { start: number; end: number }): Buffer =>
    isSmallBody(record.body)
      ? this.#index.read(record).subarray(range.start, range.end + 1)
      : this.#bodies.readSmall(record.body, range)

  async remove(bucket: string, key: string): Promise<void> {
    const file = this.#index.remove(bucket, key)
    if (file !== undefined) await this.#bodies.remove(file)
  }

  list = (range: ListRange): ObjectRecord[] => this.#index.list(range)

  bucketsWith = (prefix: string): string[] => this.#index.bucketsWith(prefix)

  /** Sends what an earlier process stored but did not live to announce. Answers how many messages that were. */
  payDebts(): number {
    const owed = this.#index.owed()
    for (const announcement of owed) this.#pay(announcement)
    this.#settlePaid()
    return owed.length
  }

  close(): void {
    this.#settlePaid()
    this.#index.close()
  }

  /** A crash before it is settled sends the message twice, which a queue may do anyway. */
  #pay(announcement: Announcement): void {
    this.#deliver(announcement)
    this.#paid.push(announcement.id)
    this.#settling ??= setTimeout(() => this.#settlePaid(), settleMs).unref()
  }

  #settlePaid(): void {
    clearTimeout(this.#settling)
    this.#settling = undefined
    const paid = this.#paid.splice(0)
    if (paid.length > 0) this.#index.settle(paid)
  }
}
