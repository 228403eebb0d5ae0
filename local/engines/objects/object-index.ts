import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import * as z from 'zod'
import { damaged } from '../../data/damaged.ts'
import type { Fsync } from '../queue-database.ts'
import { isSmallBody, SmallBodies } from './small-bodies.ts'

/** What S3 knows of an object; `body` names its bytes, `etag` is the MD5 in hex, without quotes. */
export type ObjectRecord = {
  bucket: string
  key: string
  body: string
  size: number
  etag: string
  modifiedAt: number
  contentType: string
  metadata: Record<string, string>
}

/** A message owed to a queue because an object was stored. */
export type Announcement = { id: number; queue: string; message: string }

export type ListRange = { bucket: string; prefix: string; after: string; limit: number }

const schema = `
CREATE TABLE IF NOT EXISTS objects (
  bucket TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
  modified_at INTEGER NOT NULL, content_type TEXT NOT NULL, metadata TEXT NOT NULL, PRIMARY KEY (bucket, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS announcements (id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message TEXT NOT NULL);`

const rowSchema = z
  .object({
    bucket: z.string(),
    key: z.string(),
    body: z.string(),
    size: z.number(),
    etag: z.string(),
    modified_at: z.number(),
    content_type: z.string(),
    metadata: z.string().transform(text => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  })
  .transform(
    ({ modified_at, content_type, ...rest }): ObjectRecord => ({
      ...rest,
      modifiedAt: modified_at,
      contentType: content_type,
    }),
  )

const announcementSchema = z.object({ id: z.number(), queue: z.string(), message: z.string() })

const bodySchema = z.object({ body: z.string() }).optional()

/**
 * The list of objects and the bytes of small ones, in SQLite. An object and the messages it owes to queues are one
 * commit: a process that dies between storing and enqueueing finds what it owes at its next start.
 */
export class ObjectIndex {
  #db: DatabaseSync
  #bodies: SmallBodies
  #select: StatementSync
  #insert: StatementSync
  #delete: StatementSync
  #owe: StatementSync
  #settle: StatementSync

  constructor(folder: string, fsync: Fsync) {
    mkdirSync(folder, { recursive: true })
    this.#db = openDatabase(join(folder, 'objects.db'), fsync)
    this.#bodies = new SmallBodies(this.#db)
    this.#select = this.#db.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?')
    this.#insert = this.#db.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    this.#delete = this.#db.prepare('DELETE FROM objects WHERE bucket = ? AND key = ? RETURNING body')
    this.#owe = this.#db.prepare('INSERT INTO announcements (queue, message) VALUES (?, ?)')
    this.#settle = this.#db.prepare('DELETE FROM announcements WHERE id = ?')
  }

  get(bucket: string, key: string): ObjectRecord | undefined {
    const row = this.#select.get(bucket, key)
    return row && rowSchema.parse(row)
  }

  /** The bytes of a small object. */
  read = (record: ObjectRecord): Buffer => this.#bodies.read(record.body)

  /**
   * Stores the record, the bytes of a small body and what the record owes, in one commit. Answers what it owes, with
   * ids, and the file of the version it took the place of, if there is one.
   */
  put(
    described: Omit<ObjectRecord, 'body'>,
    body: Buffer | string,
    owed: Omit<Announcement, 'id'>[],
  ): { record: ObjectRecord; owed: Announcement[]; olderFile: string | undefined } {
    return this.#atomically(() => {
      const { bucket, key, size, etag, modifiedAt, contentType, metadata } = described
      const olderFile = this.#forget(bucket, key)
      const name = typeof body === 'string' ? body : this.#bodies.add(body)
      this.#insert.run(bucket, key, name, size, etag, modifiedAt, contentType, JSON.stringify(metadata))
      return { record: { ...described, body: name }, owed: owed.map(one => this.#note(one)), olderFile }
    })
  }

  /** Answers the file with its bytes, if it had one. */
  remove = (bucket: string, key: string): string | undefined => this.#atomically(() => this.#forget(bucket, key))

  /** In the order of the keys' UTF-8 bytes, as S3 lists them. */
  list({ bucket, prefix, after, limit }: ListRange): ObjectRecord[] {
    const rows = this.#db
      .prepare('SELECT * FROM objects WHERE bucket = ? AND key > ? AND key >= ? AND key < ? ORDER BY key LIMIT ?')
      .all(bucket, after, prefix, `${prefix}\u{10ffff}`, limit)
    return rows.map(row => rowSchema.parse(row))
  }

  /** The buckets that hold something below a prefix. */
  bucketsWith(prefix: string): string[] {
    return this.#db
      .prepare('SELECT DISTINCT bucket AS body FROM objects WHERE key >= ? AND key < ?')
      .all(prefix, `${prefix}\u{10ffff}`)
      .flatMap(row => bodySchema.parse(row)?.body ?? [])
  }

  owed(): Announcement[] {
    return this.#db
      .prepare('SELECT id, queue, message FROM announcements ORDER BY id')
      .all()
      .map(row => announcementSchema.parse(row))
  }

  /** All in one commit. */
  settle(ids: number[]): void {
    this.#atomically(() => {
      for (const id of ids) this.#settle.run(id)
    })
  }

  close(): void {
    this.#db.close()
  }

  #note = (owed: Omit<Announcement, 'id'>): Announcement => ({
    ...owed,
    id: Number(this.#owe.run(owed.queue, owed.message).lastInsertRowid),
  })

  #forget(bucket: string, key: string): string | undefined {
    const body = bodySchema.parse(this.#delete.get(bucket, key))?.body
    if (body === undefined || !isSmallBody(body)) return body
    this.#bodies.remove(body)
    return undefined
  }

  #atomically<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#db.exec('COMMIT')
      return result
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }
}

function openDatabase(path: string, fsync: Fsync): DatabaseSync {
  try {
    const db = new DatabaseSync(path)
    db.exec('PRAGMA journal_mode = WAL')
    db.exec(`PRAGMA synchronous = ${fsync === 'full' ? 'FULL' : 'NORMAL'}`)
    db.exec(schema)
    return db
  } catch (error) {
    throw damaged(path, error)
  }
}
