import { changeOf } from '../adapters/dynamodb/changes.ts'
import type { Item, Table } from '../adapters/dynamodb/table.ts'
import type { Change } from '../core/change/change.ts'

/** A table that tells what its stream would tell, as publish-changes sends it on: each change as it was written. */
export function watchedTable(table: Table): { table: Table; taken: () => Change[] } {
  let written: Item[] = []
  const watched: Table = {
    ...table,
    put: async (item, when) => {
      const put = await table.put(item, when)
      if (put.written) written.push(item)
      return put
    },
    transact: async writes => {
      const done = await table.transact(writes)
      if (done.committed) written.push(...writes.flatMap(write => ('put' in write ? [write.put] : [])))
      return done
    },
  }
  const taken = (): Change[] => {
    const changes = written.flatMap(changeOf)
    written = []
    return [...new Map(changes.map(change => [JSON.stringify(change), change])).values()]
  }
  return { table: watched, taken }
}

/** Thrown where a test makes a process die. */
export class Died extends Error {
  override name = 'Died'
}

/**
 * A table whose user dies at a call: before it took effect, or after, when nobody hears that it did. `at` counts the
 * calls from `arm` on.
 */
export function mortalTable(table: Table): {
  table: Table
  arm: (at: number, after: boolean) => void
  deaths: () => number
} {
  let fault: { at: number; after: boolean } | undefined
  let calls = 0
  let deaths = 0
  const dying = async <T>(call: () => Promise<T>): Promise<T> => {
    const dies = fault !== undefined && calls++ === fault.at
    if (!dies) return call()
    const { after } = fault ?? { after: false }
    fault = undefined
    deaths += 1
    if (after) await call()
    throw new Died()
  }
  const mortal: Table = {
    get: (...asked) => dying(() => table.get(...asked)),
    batchGet: (...asked) => dying(() => table.batchGet(...asked)),
    put: (...asked) => dying(() => table.put(...asked)),
    putAll: (...asked) => dying(() => table.putAll(...asked)),
    remove: (...asked) => dying(() => table.remove(...asked)),
    transact: (...asked) => dying(() => table.transact(...asked)),
    query: (...asked) => dying(() => table.query(...asked)),
    addToSets: (...asked) => dying(() => table.addToSets(...asked)),
  }
  const arm = (at: number, after: boolean): void => {
    fault = { at, after }
    calls = 0
  }
  return { table: mortal, arm, deaths: () => deaths }
}
