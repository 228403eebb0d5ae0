import type { PeriodCells } from '../../core/report/cells.ts'
import { parseItemName } from '../../core/report/expand.ts'
import { groupNames, groups, shardsOf } from '../../core/report/groups.ts'
import { mostItems, type ReportStore, type ReportWrite } from '../../core/report/store.ts'
import { fnv1a } from '../../core/search/hash.ts'
import { reportKeys } from './keys.ts'
import { readVector, vectorItem } from './report-items.ts'
import type { Item, Table, Write } from './table.ts'

/** Over how many partitions those who contributed in a month are spread. */
export const contributorShards = 8

/** More items than a year of any group has; reaching it is an error, never a silent cut. */
const mostCells = 50_000
const mostVectors = 5000

/** Reports of one generation in the one table. See core/report/store.ts for what each call promises. */
export function reportStore(table: Table, generation: number): ReportStore {
  return {
    vectors: async (customer, slices) => {
      const pk = reportKeys.vectors(generation, customer)
      return (await table.query({ pk, ...slices, limit: mostVectors, consistent: true })).map(readVector)
    },
    commit: async write => {
      await announce(table, generation, write)
      const writes = writesOf(generation, write)
      if (writes.length > mostItems) throw new Error('a write of reports is larger than a transaction')
      const done = await table.transact(writes)
      if (done.committed) return done
      return { committed: false, stale: await staleOf(table, generation, write, done.failed) }
    },
    cells: async ({ grain, group, from, to }) => {
      const pk = reportKeys.ofGroup(generation, grain, group)
      const items = await table.query({ pk, from, to: reportKeys.untilPeriod(to), limit: mostCells })
      if (items.length === mostCells) throw new Error('a report reads more cells than it may')
      return byPeriod(items)
    },
    contributors: (month, limit, after) => contributors(table, generation, month, limit, after),
    forgetHours: before => forgetHours(table, generation, before),
  }
}

/**
 * Whoever contributes in a month for the first time is listed there before: a name too many, after a crash, does no harm,
 * one too few would hide what a customer contributes from the audit.
 */
async function announce(table: Table, generation: number, { vectors }: ReportWrite): Promise<void> {
  const items = vectors.flatMap(({ customer, next, months }) =>
    months.map(month => ({
      ...reportKeys.contributor(generation, month, fnv1a(customer) % contributorShards, customer),
      v: 1,
      slice: next.slice,
    })),
  )
  if (items.length > 0) await table.putAll(items)
}

function writesOf(generation: number, { vectors, delta }: ReportWrite): Write[] {
  const spread = fnv1a(vectors[0]?.customer ?? '')
  return [
    ...vectors.map(
      ({ customer, next, was }): Write => ({
        put: vectorItem(generation, customer, { ...next, version: (was ?? 0) + 1 }),
        when: was === undefined ? 'absent' : { version: was },
      }),
    ),
    ...[...delta].map(([name, fields]): Write => {
      const cell = parseItemName(name)
      const shard = spread % shardsOf(cell.group, cell.grain)
      return { add: reportKeys.cells(generation, { ...cell, shard }), fields: Object.fromEntries(fields) }
    }),
  ]
}

/** A vector that was in the way is one that somebody else wrote, or only another transaction that is under way. */
async function staleOf(
  table: Table,
  generation: number,
  { vectors }: ReportWrite,
  failed: readonly number[],
): Promise<number[]> {
  const suspects = failed.filter(at => at < vectors.length)
  const keys = suspects.flatMap(at => {
    const write = vectors[at]
    return write ? [reportKeys.vector(generation, write.customer, write.next.slice)] : []
  })
  const found = new Map((await table.batchGet(keys, true)).map(item => [`${item.pk} ${item.sk}`, item.version]))
  return suspects.filter(at => {
    const write = vectors[at]
    if (write === undefined) return false
    const { pk, sk } = reportKeys.vector(generation, write.customer, write.next.slice)
    return found.get(`${pk} ${sk}`) !== write.was
  })
}

function byPeriod(items: Item[]): PeriodCells[] {
  const periods = new Map<string, Map<string, number>>()
  for (const { pk, sk, ...fields } of items) {
    const period = reportKeys.parsePeriod({ pk, sk })
    const known = periods.get(period) ?? new Map<string, number>()
    periods.set(period, known)
    for (const [field, n] of Object.entries(fields))
      if (typeof n === 'number') known.set(field, (known.get(field) ?? 0) + n)
  }
  return [...periods].map(([period, fields]) => ({ period, fields }))
}

async function contributors(
  table: Table,
  generation: number,
  month: string,
  limit: number,
  after: string | undefined,
): Promise<string[]> {
  const shards = Array.from({ length: contributorShards }, (_, shard) =>
    table.query({
      pk: reportKeys.contributors(generation, month, shard),
      ...(after !== undefined && { from: `${after} ` }),
      limit,
    }),
  )
  const found = (await Promise.all(shards)).flat().map(({ sk }) => sk)
  return found.sort().slice(0, limit)
}

const mostForgotten = 1000

async function forgetHours(table: Table, generation: number, before: string): Promise<number> {
  let forgotten = 0
  for (const group of groupNames) {
    if (!groups[group].hours) continue
    const pk = reportKeys.ofGroup(generation, 'hour', group)
    for (;;) {
      const items = await table.query({ pk, to: before, limit: mostForgotten })
      for (const { sk } of items) await table.remove({ pk, sk })
      forgotten += items.length
      if (items.length < mostForgotten) break
    }
  }
  return forgotten
}
