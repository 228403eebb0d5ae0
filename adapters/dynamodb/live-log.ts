import * as z from 'zod'
import { jsonTextSchema } from '../../core/api/json-text.ts'
import { atOnce } from '../../core/live/at-once.ts'
import { type LiveEvent, liveEventSchema } from '../../core/live/event.ts'
import { positionAt } from '../../core/live/position.ts'
import { keptMs } from '../../core/live/retention.ts'
import { liveKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Partitions of a minute: each takes 1,000 write units a second, which is some 2,000 events. */
const shards = 2

/** Events in an item: it stays far below 400 KB, and events cost by the kilobyte and not each. */
const perItem = 200

/** Partitions read at once, and items of one that are read: far more than a replay may have. */
const width = 16
const mostItems = 10_000

/** Events are stored as one text: as attributes they would take the engine and the readers of the stream ten times the work. */
const logSchema = z.object({ v: z.literal(1), events: jsonTextSchema.pipe(z.array(liveEventSchema)) })

/** Writes events at a time, which is that of writing and not their own: whoever reads later on finds them there. */
export async function appendLog(table: Table, atMs: number, events: LiveEvent[]): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(events.length / perItem) }, (_, at) =>
    events.slice(at * perItem, (at + 1) * perItem),
  )
  const [first, ...more] = chunks.map(chunk => logItem(atMs, chunk))
  if (more.length > 0) return table.putAll(first ? [first, ...more] : more)
  if (first) await table.put(first)
}

function logItem(atMs: number, events: LiveEvent[]): Item {
  const id = events[0]?.id ?? ''
  const shard = Number.parseInt(id.slice(-1), 16) % shards
  return {
    ...liveKeys.log(minuteOf(atMs), shard, `${positionAt(atMs)}-${id}`),
    v: 1,
    events: JSON.stringify(events.map(event => liveEventSchema.parse(event))),
    expiresAt: Math.ceil((atMs + 2 * keptMs) / 1000),
  }
}

const minuteOf = (ms: number): number => Math.floor(ms / 60_000)

/** What was written between these times, repeats included; undefined when there is more than `most`. */
export async function readLog(
  table: Table,
  fromMs: number,
  toMs: number,
  most: number,
): Promise<LiveEvent[] | undefined> {
  const minutes = Array.from({ length: minuteOf(toMs) - minuteOf(fromMs) + 1 }, (_, at) => minuteOf(fromMs) + at)
  const partitions = minutes.flatMap(minute =>
    Array.from({ length: shards }, (_, shard) => liveKeys.minute(minute, shard)),
  )
  const events: LiveEvent[] = []
  await atOnce(width, partitions, async pk => {
    if (events.length > most) return
    const items = await table.query({ pk, from: positionAt(fromMs), limit: mostItems, consistent: true })
    for (const item of items) events.push(...logSchema.parse(item).events)
  })
  return events.length > most ? undefined : events
}
