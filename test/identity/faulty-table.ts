import type { Table } from '../../adapters/dynamodb/table.ts'

/**
 * What happens to a call. `throttled`: it is not carried out and fails. `lost answer`: it is carried out and fails.
 * `conflict`: a transaction is refused; other calls succeed.
 */
export const faults = ['none', 'throttled', 'lost answer', 'conflict'] as const
export type Fault = (typeof faults)[number]

/** A table on which every call goes as `next` says. */
export function faultyTable(table: Table, next: () => Fault): Table {
  const through = async <T>(call: () => Promise<T>, refused?: T): Promise<T> => {
    const fault = next()
    if (fault === 'throttled') throw new Error('throttled')
    if (fault === 'conflict' && refused !== undefined) return refused
    const answer = await call()
    if (fault === 'lost answer') throw new Error('no answer within the time allowed')
    return answer
  }
  return eachCall(table, through)
}

/** A table on which something else happens before every call. */
export const interruptedTable = (table: Table, before: () => Promise<void>): Table =>
  eachCall(table, async call => {
    await before()
    return call()
  })

type Through = <T>(call: () => Promise<T>, refused?: T) => Promise<T>

/** The calls that identity makes. */
const eachCall = (table: Table, through: Through): Table => ({
  ...table,
  get: (key, consistent) => through(() => table.get(key, consistent)),
  batchGet: (keys, consistent) => through(() => table.batchGet(keys, consistent)),
  query: range => through(() => table.query(range)),
  put: (item, when) => through(() => table.put(item, when)),
  transact: writes => through(() => table.transact(writes), { committed: false, failed: [0] }),
})
