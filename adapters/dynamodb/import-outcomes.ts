import * as z from 'zod'
import type { Counts, RowOutcome, RowResult } from '../../core/import/import.ts'
import { importKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Lines per item: three digits a line keep a full item under 3 KB, which is what each addition to it costs. */
const linesPerItem = 1000

/** A billion lines. */
const maxItems = 1_000_000

/** Strongest first: a line that was set aside and understood when replayed counts as what it became. */
const outcomes = ['added', 'already there', 'not a contact', 'set aside'] as const satisfies RowOutcome[]

const attribute = { added: 'added', 'already there': 'there', 'not a contact': 'not', 'set aside': 'aside' } as const

const lineSet = z.set(z.number()).default(new Set())
const outcomesSchema = z.object({
  v: z.literal(1),
  added: lineSet,
  there: lineSet,
  not: lineSet,
  aside: lineSet,
})

/** What became of each line that was recorded so far. */
export type LineOutcomes = Map<number, RowOutcome>

export async function addOutcomes(table: Table, results: RowResult[]): Promise<void> {
  const perItem = Map.groupBy(results, ({ importId, line }) => `${importId} ${Math.floor(line / linesPerItem)}`)
  await Promise.all([...perItem.values()].map(group => addGroup(table, group)))
}

async function addGroup(table: Table, group: RowResult[]): Promise<void> {
  const [first] = group
  if (first === undefined) return
  const sets: Record<string, number[]> = {}
  for (const { outcome, line } of group) {
    const lines = sets[attribute[outcome]] ?? []
    sets[attribute[outcome]] = [...lines, line % linesPerItem]
  }
  await table.addToSets(importKeys.outcomes(first.importId, Math.floor(first.line / linesPerItem)), sets, { v: 1 })
}

export async function readOutcomes(table: Table, importId: string): Promise<LineOutcomes> {
  const { outcomesFrom: from, outcomesTo: to } = importKeys
  const items = await table.query({ pk: importKeys.partition(importId), from, to, limit: maxItems })
  return lineOutcomes(items)
}

/** The outcomes of the thousands of lines that hold these lines. */
export async function readOutcomesOf(table: Table, importId: string, lines: number[]): Promise<LineOutcomes> {
  const thousands = new Set(lines.map(line => Math.floor(line / linesPerItem)))
  return lineOutcomes(await table.batchGet([...thousands].map(thousand => importKeys.outcomes(importId, thousand))))
}

function lineOutcomes(items: Item[]): LineOutcomes {
  const found: LineOutcomes = new Map()
  for (const item of items) {
    const sets = outcomesSchema.parse(item)
    const first = importKeys.parseOutcomes(item) * linesPerItem
    for (const outcome of outcomes.toReversed())
      for (const line of sets[attribute[outcome]]) found.set(first + line, outcome)
  }
  return found
}

export function countOutcomes(lines: LineOutcomes): Counts {
  const counts = { read: lines.size, added: 0, alreadyThere: 0, notAContact: 0, setAside: 0 }
  for (const outcome of lines.values()) counts[counted[outcome]]++
  return counts
}

const counted = {
  added: 'added',
  'already there': 'alreadyThere',
  'not a contact': 'notAContact',
  'set aside': 'setAside',
} as const
