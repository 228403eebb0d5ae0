import { DatabaseSync } from 'node:sqlite'

/**
 * Dynoxide 1.2.1 looks for the last number of a stream, and for the next records of a shard, in a table without
 * indexes: every write gets slower as records pile up (seen: 41 transactions a second instead of 1973). The schema is
 * private to it, hence the exact version in package.json and a test of the query plan.
 */
const indexes = [
  'CREATE INDEX IF NOT EXISTS throughline_stream_sequence ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
  'CREATE INDEX IF NOT EXISTS throughline_stream_shard ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER))',
]

/** Adds the missing indexes to the database of a running Dynoxide. Fast when they are there. */
export function addStreamIndexes(database: string): void {
  withDatabase(database, db => {
    for (const statement of indexes) db.exec(statement)
  })
}

/**
 * Forgets stream records before `sequence` that are older than a day, as DynamoDB does, at most 2000 at once because
 * writers wait meanwhile. What no reader has taken yet stays, however old, because a stack may be switched off for a
 * week; the record `sequence` itself stays too, because Dynoxide counts on from the last one it finds.
 */
export function trimStream(database: string, table: string, sequence: string, nowSeconds: number): void {
  withDatabase(database, db => {
    db.prepare(
      `DELETE FROM _stream_records WHERE created_at < ? AND id IN (
        SELECT id FROM _stream_records WHERE table_name = ? AND CAST(sequence_number AS INTEGER) < CAST(? AS INTEGER)
        ORDER BY CAST(sequence_number AS INTEGER) LIMIT 2000)`,
    ).run(nowSeconds - 86_400, table, sequence)
  })
}

function withDatabase(path: string, use: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(path, { timeout: 5_000 })
  try {
    use(db)
  } finally {
    db.close()
  }
}
