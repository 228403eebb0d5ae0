import {
  type Condition,
  type Item,
  type Key,
  keyOf,
  type Put,
  type Range,
  type Table,
  type Transaction,
  type Write,
} from '../dynamodb/table.ts'

/** The table in memory: for tests of what stands on it, and for measuring without an engine. */
export function memoryTable(): Table {
  const partitions = new Map<string, Map<string, Item>>()

  const find = (key: Key): Item | undefined => partitions.get(key.pk)?.get(key.sk)
  const keep = (item: Item): void => {
    const partition = partitions.get(item.pk) ?? new Map<string, Item>()
    partitions.set(item.pk, partition.set(item.sk, item))
  }
  const store = (item: Item): void => keep(stored(item))
  const drop = (key: Key): void => {
    partitions.get(key.pk)?.delete(key.sk)
  }
  const holds = (key: Key, when: Condition | undefined): boolean => {
    if (when === undefined) return true
    const existing = find(key)
    return when === 'absent' ? existing === undefined : existing?.version === when.version
  }
  const apply = (write: Write): void => {
    if ('put' in write) store(write.put)
    else if ('remove' in write) drop(write.remove)
    else if ('add' in write) keep(increased(find(write.add) ?? write.add, write.fields))
  }

  const inPartition = ({ pk, index }: Range): Item[] =>
    index === undefined
      ? [...(partitions.get(pk)?.values() ?? [])]
      : [...partitions.values()].flatMap(items => [...items.values()].filter(item => item[`${index}pk`] === pk))

  return {
    get: async key => structuredClone(find(key)),
    batchGet: async keys => structuredClone(keys.map(find).filter(item => item !== undefined)),
    put: async (item, when): Promise<Put> => {
      if (!holds(item, when)) return { written: false, existing: structuredClone(find(item)) }
      store(item)
      return { written: true }
    },
    putAll: async items => items.forEach(store),
    remove: async key => drop(key),
    transact: async (writes): Promise<Transaction> => {
      refuseImpossible(writes)
      const failed = writes.flatMap((write, position) =>
        holds(keyOf(write), 'add' in write ? undefined : write.when) ? [] : [position],
      )
      if (failed.length > 0) return { committed: false, failed }
      writes.forEach(apply)
      return { committed: true }
    },
    query: async range => structuredClone(select(inPartition(range), range)),
    addToSets: async (key, sets, fields) => {
      const item: Item = { ...(find(key) ?? key), ...fields }
      for (const [name, members] of Object.entries(sets)) {
        const known = item[name]
        item[name] = new Set<unknown>([...(known instanceof Set ? known : []), ...members])
      }
      store(item)
    },
  }
}

/** What DynamoDB refuses as invalid (TransactWriteItems): more than a hundred writes, or two of one item. */
function refuseImpossible(writes: Write[]): void {
  const written = new Set(writes.map(keyOf).map(({ pk, sk }) => JSON.stringify([pk, sk])))
  if (writes.length > 100 || written.size < writes.length)
    throw new Error('a transaction has a hundred writes at most, each of another item')
}

/** As the service stores it: a copy, without undefined members. */
function stored(item: Item): Item {
  const { pk, sk, ...rest } = item
  return {
    pk,
    sk,
    ...Object.fromEntries(Object.entries(structuredClone(rest)).filter(([, value]) => value !== undefined)),
  }
}

function increased(item: Item, fields: Record<string, number>): Item {
  const sum = { ...item }
  for (const [name, by] of Object.entries(fields)) {
    const known = sum[name]
    sum[name] = (typeof known === 'number' ? known : 0) + by
  }
  return sum
}

function select(items: Item[], { index, from, to, limit, newestFirst }: Range): Item[] {
  const sortKey = (item: Item): string => (index === undefined ? item.sk : `${item[`${index}sk`]}`)
  const inside = items.filter(
    item => (from === undefined || sortKey(item) >= from) && (to === undefined || sortKey(item) <= to),
  )
  inside.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  if (newestFirst) inside.reverse()
  return inside.slice(0, limit)
}
