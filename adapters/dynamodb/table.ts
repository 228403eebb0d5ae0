/** The place of an item in the table. */
export type Key = { pk: string; sk: string }

/** An item as plain data. `version`, where an item has one, is what optimistic writes are conditioned on. */
export type Item = Key & { [attribute: string]: unknown }

/** What must hold of the stored item for a write to happen. */
export type Condition = 'absent' | { version: number }

export type Write =
  | { put: Item; when?: Condition }
  | { remove: Key; when?: Condition }
  | { check: Key; when: Condition }
  /** Adds to the numbers of an item, creating both where absent. */
  | { add: Key; fields: Record<string, number> }

/** The item that a write concerns. */
export function keyOf(write: Write): Key {
  if ('put' in write) return write.put
  if ('remove' in write) return write.remove
  return 'add' in write ? write.add : write.check
}

/** Refused: the condition did not hold; `existing` is what stands there, if anything. */
export type Put = { written: true } | { written: false; existing: Item | undefined }

/** Refused: nothing was written; `failed` are the positions of the writes whose condition or conflict refused it. */
export type Transaction = { committed: true } | { committed: false; failed: number[] }

export const indexes = ['gsi1', 'gsi2', 'gsi3'] as const
export type Index = (typeof indexes)[number]

export type Range = {
  /** Reads an index: `pk`, `from` and `to` are its keys, and answers may lag behind writes. */
  index?: Index
  pk: string
  /** Sort keys from here (inclusive) … */
  from?: string
  /** … to here (inclusive). */
  to?: string
  limit: number
  newestFirst?: boolean
  consistent?: boolean
}

/**
 * The little of DynamoDB that the stores are written on, in one table. Two engines implement it, memory and DynamoDB,
 * and pass one contract suite. Every call retries what the service left unprocessed; a call that fails throws.
 */
export interface Table {
  get: (key: Key, consistent?: boolean) => Promise<Item | undefined>
  /** Any number of keys, answered in any order; items that do not exist are absent from the answer. */
  batchGet: (keys: Key[], consistent?: boolean) => Promise<Item[]>
  put: (item: Item, when?: Condition) => Promise<Put>
  /** Any number of unconditional puts. */
  putAll: (items: Item[]) => Promise<void>
  remove: (key: Key) => Promise<void>
  /** All or nothing, at most 100 writes, each on another key. */
  transact: (writes: Write[]) => Promise<Transaction>
  /** One page in sort-key order. Fewer than `limit` items means that the range is exhausted. */
  query: (range: Range) => Promise<Item[]>
  /** Adds to the sets of an item, creating both where absent; adding what is there already changes nothing. */
  addToSets: (
    key: Key,
    sets: Record<string, string[] | number[]>,
    fields?: Record<string, string | number>,
  ) => Promise<void>
}
