import { grains } from '../../core/report/cells.ts'
import { groupNames } from '../../core/report/groups.ts'
import type { Generation } from '../../core/report/settings.ts'
import { reportKeys } from './keys.ts'
import { recordedStreams } from './recorded-streams.ts'
import { reportReads } from './report-reads.ts'
import { contributorShards } from './report-store.ts'
import type { Key, Table } from './table.ts'

const page = 500
const ever = { from: '1990-01-01T00:00:00.000Z', to: '2199-12-31T00:00:00.000Z' }

/** Every customer with recorded contacts, then those who only contribute: page by page. */
export async function* everyCustomer(table: Table, { number }: Generation): AsyncGenerator<string[]> {
  const { customersOf } = reportReads(table)
  for await (const { streams } of recordedStreams(table, ever))
    yield [...new Set((await customersOf(streams)).values())]
  for (const month of await monthsOf(table, number))
    for (let shard = 0; shard < contributorShards; shard++) {
      const found = await everyKey(table, reportKeys.contributors(number, month, shard))
      yield found.map(({ sk }) => sk)
    }
}

/** The months of a generation in which anything was counted. */
async function monthsOf(table: Table, generation: number): Promise<string[]> {
  const found = await everyKey(table, reportKeys.ofGroup(generation, 'month', 'all'))
  return [...new Set(found.map(reportKeys.parsePeriod))]
}

/** Takes away the vectors, lists and cells of a generation that nobody reads or follows any more. */
export async function forgetGeneration(
  table: Table,
  { number }: Generation,
  customers: readonly string[],
): Promise<void> {
  const lists = (await monthsOf(table, number)).flatMap(month =>
    Array.from({ length: contributorShards }, (_, shard) => reportKeys.contributors(number, month, shard)),
  )
  const cells = grains.flatMap(grain => groupNames.map(group => reportKeys.ofGroup(number, grain, group)))
  for (const pk of [...customers.map(customer => reportKeys.vectors(number, customer)), ...lists, ...cells])
    for (const key of await everyKey(table, pk)) await table.remove(key)
}

async function everyKey(table: Table, pk: string): Promise<Key[]> {
  const keys: Key[] = []
  let from = ' '
  for (;;) {
    const items = await table.query({ pk, from, limit: page, consistent: true })
    keys.push(...items.map(({ pk, sk }) => ({ pk, sk })))
    const last = items.at(-1)
    if (last === undefined || items.length < page) return keys
    from = `${last.sk} `
  }
}
