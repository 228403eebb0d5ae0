import * as z from 'zod'
import type { ImportStore, RowResult } from '../../core/import/import.ts'
import { readOutcomesOf } from './import-outcomes.ts'
import { importKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

type Reasons = Awaited<ReturnType<ImportStore['reasons']>>

const reasonSchema = z.object({ v: z.literal(1), reason: z.string() })

/** Keeps why lines gave no contact. */
export async function writeReasons(table: Table, results: RowResult[]): Promise<void> {
  await table.putAll(
    results.flatMap(({ importId, line, outcome, reason }) =>
      outcome === 'not a contact' || outcome === 'set aside'
        ? [{ ...importKeys.reason(importId, line), v: 1, reason: reason ?? outcome }]
        : [],
    ),
  )
}

/** Lines after `after`, in order, without those that a replay understood later. */
export async function readReasons(table: Table, importId: string, limit: number, after: number): Promise<Reasons> {
  const found: Reasons = []
  let last = after
  while (found.length < limit) {
    const wanted = limit - found.length
    const from = importKeys.reason(importId, last + 1).sk
    const items = await table.query({
      pk: importKeys.partition(importId),
      from,
      to: importKeys.reasonsTo,
      limit: wanted,
    })
    found.push(...(await unresolved(table, importId, items)))
    if (items.length < wanted) break
    last = Math.max(...items.map(importKeys.parseReason))
  }
  return found
}

async function unresolved(table: Table, importId: string, items: Item[]): Promise<Reasons> {
  const lines = items.map(importKeys.parseReason)
  const outcomes = await readOutcomesOf(table, importId, lines)
  return items.flatMap(item => {
    const line = importKeys.parseReason(item)
    const outcome = outcomes.get(line)
    if (outcome !== 'not a contact' && outcome !== 'set aside') return []
    return [{ line, outcome, reason: reasonSchema.parse(item).reason }]
  })
}
