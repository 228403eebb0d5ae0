import { searchKeys } from './keys.ts'
import { shards } from './search-items.ts'
import type { Table } from './table.ts'

const page = 500

/**
 * The streams on which contacts of this time lie (instants, both included), page by page, each with how many contacts were
 * looked at. They are read where search lists every contact, which follows the table by a way of its own: what reports were
 * never told of is found there.
 */
export async function* recordedStreams(
  table: Table,
  { from, to }: { from: string; to: string },
): AsyncGenerator<{ streams: string[]; contacts: number }> {
  for (let shard = 0; shard < shards; shard++) {
    let next = from
    for (;;) {
      const items = await table.query({ pk: searchKeys.shard(shard), from: next, to: `${to}~`, limit: page })
      const streams = items.map(item => searchKeys.parsePlace(item).place.stream)
      yield { streams: [...new Set(streams)], contacts: items.length }
      const last = items.at(-1)
      if (last === undefined || items.length < page) break
      next = `${last.sk} `
    }
  }
}
