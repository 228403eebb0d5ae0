import type { Item, Key } from './table.ts'

/**
 * A change of an item as the table's stream told it: at least one of `before` and `after`. `createdMs` is when the
 * record came to be, to the second; `sequence` its number in its shard, which rises for one item.
 */
export type ItemChange = {
  key: Key
  before: Item | undefined
  after: Item | undefined
  createdMs: number
  sequence: string
}
