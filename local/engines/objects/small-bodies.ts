import type { DatabaseSync, StatementSync } from 'node:sqlite'
import * as z from 'zod'

const schema = 'CREATE TABLE IF NOT EXISTS small_bodies (id INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB NOT NULL)'

const prefix = 'row:'

const rowSchema = z.object({ bytes: z.instanceof(Uint8Array) })

/**
 * The bytes of small objects, beside the list of objects, so that one commit stores both: a file each would cost five
 * calls of the file system, more than all else that storing a mail takes. Ids are never given twice.
 */
export class SmallBodies {
  #insert: StatementSync
  #select: StatementSync
  #delete: StatementSync

  constructor(db: DatabaseSync) {
    db.exec(schema)
    this.#insert = db.prepare('INSERT INTO small_bodies (bytes) VALUES (?)')
    this.#select = db.prepare('SELECT bytes FROM small_bodies WHERE id = ?')
    this.#delete = db.prepare('DELETE FROM small_bodies WHERE id = ?')
  }

  /** Answers the name of the body. */
  add = (bytes: Uint8Array): string => `${prefix}${this.#insert.run(bytes).lastInsertRowid}`

  /** Throws when there is no such body. */
  read(body: string): Buffer {
    const { buffer, byteOffset, byteLength } = rowSchema.parse(this.#select.get(idOf(body))).bytes
    return Buffer.from(buffer, byteOffset, byteLength)
  }

  remove(body: string): void {
    this.#delete.run(idOf(body))
  }
}

/** Whether the name of a body is that of a small one; others are names of files. */
export const isSmallBody = (body: string): boolean => body.startsWith(prefix)

const idOf = (body: string): number => Number(body.slice(prefix.length))
