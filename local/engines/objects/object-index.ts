import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { damaged } from '../../data/damaged.ts'
import type { Fsync } from '../queue-database.ts'

/** What S3 knows of an object; `body` names the file with its bytes, `etag` is the MD5 in hex, without quotes. */
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

/**
 * The list of objects, in SQLite. An object and the messages it owes to queues are one commit: a process that dies
 * between storing and enqueueing finds what it owes at its next start.
 */
export class ObjectIndex {
  #db: DatabaseSync

  constructor(folder: string, fsync: Fsync) {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'objects.db')
    try {
      this.#db = new DatabaseSync(path)
      this.#db.exec('PRAGMA journal_mode = WAL')
      this.#db.exec(`PRAGMA synchronous = ${fsync === 'full' ? 'FULL' : 'NORMAL'}`)
      this.#db.exec(schema)
    } catch (error) {
      throw damaged(path, error)
    }
  }

  get(bucket: string, key: string): ObjectRecord | undefined {
    const row = this.#db.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(bucket, key)
    return row && rowSchema.parse(row)
  }

  /** Stores the record and what it owes in one commit; answers what it owes, with ids. */
  put(record: ObjectRecord, owed: Omit<Announcement, 'id'>[]): Announcement[] {
    return this.#atomically(() => {
      const { bucket, key, body, size, etag, modifiedAt, contentType, metadata } = record
      this.#db
        .prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        .run(bucket, key, body, size, etag, modifiedAt, contentType, JSON.stringify(metadata))
      const insert = this.#db.prepare('INSERT INTO announcements (queue, message) VALUES (?, ?)')
      return owed.map(one => ({ ...one, id: Number(insert.run(one.queue, one.message).lastInsertRowid) }))
    })
  }

  remove(bucket: string, key: string): void {
    this.#db.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?').run(bucket, key)
  }

  /** In the order of the keys' UTF-8 bytes, as S3 lists them. */
  list({ bucket, prefix, after, limit }: ListRange): ObjectRecord[] {
    const rows = this.#db
      .prepare('SELECT * FROM objects WHERE bucket = ? AND key > ? AND key >= ? AND key < ? ORDER BY key LIMIT ?')
      .all(bucket, after, prefix, `${prefix}\u{10ffff}`, limit)
    return rows.map(row => rowSchema.parse(row))
  }

  owed(): Announcement[] {
    return this.#db
      .prepare('SELECT id, queue, message FROM announcements ORDER BY id')
      .all()
      .map(row => announcementSchema.parse(row))
  }

  settle(id: number): void {
    this.#db.prepare('DELETE FROM announcements WHERE id = ?').run(id)
  }

  close(): void {
    this.#db.close()
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
