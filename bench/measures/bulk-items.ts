import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Item } from '../../adapters/dynamodb/table.ts'

/** The indexes of the timeline table. */
const indexes = ['gsi1', 'gsi2', 'gsi3'] as const

/**
 * Puts items into a table of a running Dynoxide 1.2.1 past its API, in the form it stores them: a million in a minute
 * instead of an hour. New items only, and nothing of them reaches the table's stream. `done` closes the file.
 */
export function bulkItems(dataDir: string, table: string): { put: (items: Item[]) => void; done: () => void } {
  const db = new DatabaseSync(join(dataDir, 'dynoxide.db'), { timeout: 30_000 })
  const insert = db.prepare(`INSERT OR REPLACE INTO "${table}" (pk, sk, item_json, item_size) VALUES (?, ?, ?, ?)`)
  const insertInto = insertIntoIndexes(db, table)
  return {
    put: items => {
      db.exec('BEGIN IMMEDIATE')
      for (const item of items) {
        const attributes = marshall(item, { removeUndefinedValues: true })
        const stored = JSON.stringify(plainMembers(attributes))
        insert.run(`S:${item.pk}`, `S:${item.sk}`, stored, sizeOf(attributes))
        for (const index of indexes) {
          const [pk, sk] = [item[`${index}pk`], item[`${index}sk`]]
          if (pk !== undefined) insertInto(index, [`S:${pk}`, `S:${sk}`, `S:${item.pk}`, `S:${item.sk}`, stored])
        }
      }
      db.exec('COMMIT')
    },
    done: () => db.close(),
  }
}

/** Each index is a table of its own, which holds the whole item once more. */
function insertIntoIndexes(db: DatabaseSync, table: string): (index: string, values: string[]) => void {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  return (index, values) => {
    const known = prepared.get(index)
    const columns = '(gsi_pk, gsi_sk, table_pk, table_sk, item_json)'
    const insert =
      known ?? db.prepare(`INSERT OR REPLACE INTO "${table}::gsi::${index}" ${columns} VALUES (?, ?, ?, ?, ?)`)
    prepared.set(index, insert)
    insert.run(...values)
  }
}

/** The one table of a stack that runs in this data directory. */
export function tableIn(dataDir: string): string {
  const db = new DatabaseSync(join(dataDir, 'dynoxide.db'), { readOnly: true, timeout: 30_000 })
  try {
    const tables = db.prepare('SELECT table_name FROM _tables').all()
    const name = tables[0]?.table_name
    if (tables.length !== 1 || typeof name !== 'string') throw new Error(`${dataDir} holds ${tables.length} tables`)
    return name
  } finally {
    db.close()
  }
}

const plainMembers = (attributes: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, plain(value)]))

/** As DynamoDB's JSON has it: bytes in base64. */
function plain(value: AttributeValue): unknown {
  if (value.B !== undefined) return { B: Buffer.from(value.B).toString('base64') }
  if (value.L !== undefined) return { L: value.L.map(plain) }
  return value.M === undefined ? value : { M: plainMembers(value.M) }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const sizeOf = (attributes: Record<string, AttributeValue>): number =>
  Object.entries(attributes).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0)

function valueSize({ S, N, B, L, M }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S)
  if (N !== undefined) return Math.ceil(N.length / 2) + 1
  if (B !== undefined) return B.length
  if (L !== undefined) return 3 + L.reduce((sum, member) => sum + 1 + valueSize(member), 0)
  if (M !== undefined) return 3 + Object.keys(M).length + sizeOf(M)
  return 1
}
