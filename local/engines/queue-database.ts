import { mkdirSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js'

/**
 * How far a write must get before it is acknowledged. `normal`: the operating system has it, which survives kill -9
 * but not a power cut. `full`: the disk has it.
 */
export type Fsync = 'normal' | 'full'

/**
 * fauxqs' own SQLite storage with three differences: the chosen durability, messages in flight released at the start,
 * and a repaired ChangeMessageVisibility(0), which 2.4.1 answers with an error because it clears a NOT NULL column.
 */
export class QueueDatabase extends PersistenceManager {
  #connection: DatabaseSync

  constructor(dataDir: string, fsync: Fsync) {
    mkdirSync(dataDir, { recursive: true })
    super(dataDir)
    // biome-ignore lint/complexity/useLiteralKeys: it is private to fauxqs, whose exact version is pinned
    this.#connection = this['db']
    this.#connection.exec(`PRAGMA synchronous = ${fsync === 'full' ? 'FULL' : 'NORMAL'}`)
    this.#connection.exec(
      'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE receipt_handle IS NOT NULL',
    )
  }

  /** Runs `work` in one transaction, so that one commit covers all it writes. */
  atomically<T>(work: () => T): T {
    this.#connection.exec('BEGIN')
    try {
      const result = work()
      this.#connection.exec('COMMIT')
      return result
    } catch (error) {
      this.#connection.exec('ROLLBACK')
      throw error
    }
  }

  override updateMessageReady(messageId: string): void {
    this.#connection
      .prepare('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?')
      .run(messageId)
  }
}
