import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Fsync } from '../queue-database.ts'
import { BodyFiles, type ReceivedBody } from './body-files.ts'
import { type Announcement, type ListRange, ObjectIndex, type ObjectRecord } from './object-index.ts'

export type ObjectDescription = Pick<ObjectRecord, 'bucket' | 'key' | 'contentType' | 'metadata'>

/** The messages a stored object owes to queues, by the bucket's notification settings. */
export type Announcements = (stored: ObjectRecord) => Omit<Announcement, 'id'>[]

/**
 * Objects on disk: an index in SQLite and one file a body. It stands where fauxqs' own S3 would, which holds whole
 * objects in memory, takes no body above 11 MiB, reads a whole file to answer a range of it, and lists every object at
 * its start; mails may have 40 MB and imported files a gigabyte, read in thousands of ranges.
 */
export class ObjectStore {
  #index: ObjectIndex
  #bodies: BodyFiles
  #deliver: (announcement: Announcement) => void
  #announcements: Announcements

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

  discard = (received: ReceivedBody): Promise<void> => this.#bodies.remove(received.body)

  /** Makes received bytes an object, in place of any older one, and then sends what that owes to queues. */
  async put(description: ObjectDescription, received: ReceivedBody, now: number): Promise<ObjectRecord> {
    const older = this.#index.get(description.bucket, description.key)
    const etag = received.md5.toString('hex')
    const record = { ...description, body: received.body, size: received.size, etag, modifiedAt: now }
    const owed = this.#index.put(record, this.#announcements(record))
    for (const announcement of owed) this.#pay(announcement)
    if (older) await this.#bodies.remove(older.body)
    return record
  }

  get = (bucket: string, key: string): ObjectRecord | undefined => this.#index.get(bucket, key)

  /** The bytes `start` to `end`, both included. */
  read = (record: ObjectRecord, range: { start: number; end: number }): Readable =>
    this.#bodies.read(record.body, range)

  /** The same, at once and in memory. */
  readSmall = (record: ObjectRecord, range: { start: number; end: number }): Buffer =>
    this.#bodies.readSmall(record.body, range)

  async remove(bucket: string, key: string): Promise<void> {
    const record = this.#index.get(bucket, key)
    if (!record) return
    this.#index.remove(bucket, key)
    await this.#bodies.remove(record.body)
  }

  list = (range: ListRange): ObjectRecord[] => this.#index.list(range)

  /** Sends what an earlier process stored but did not live to announce. Answers how many messages that were. */
  payDebts(): number {
    const owed = this.#index.owed()
    for (const announcement of owed) this.#pay(announcement)
    return owed.length
  }

  close = (): void => this.#index.close()

  /** A crash between the two lines sends the message twice, which a queue may do anyway. */
  #pay(announcement: Announcement): void {
    this.#deliver(announcement)
    this.#index.settle(announcement.id)
  }
}
