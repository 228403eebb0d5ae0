import * as z from 'zod'
import { streamName } from '../../core/contact/stream.ts'
import { joinOutcomes, type Outcome, outcomeSchema, sameOutcome } from '../../core/outcome/outcome.ts'
import type { Kept, OutcomeStore } from '../../core/outcome/store.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { outcomeKeys } from './keys.ts'
import type { Item, Key, Table, Write } from './table.ts'

const mostTries = 10
const versionSchema = z.object({ version: z.int() })

/** Outcomes in the one table: the fact on the stream is written with the outcome of that id, or not at all. */
export const outcomeStore = (table: Table): OutcomeStore => ({
  keep: outcome => keep(table, outcomeSchema.parse(outcome)),
  read: async id => {
    const item = await table.get(outcomeKeys.outcome(id), true)
    return item && outcomeSchema.parse(item)
  },
  ofStream: async (stream, { since, until, limit, after }) => {
    const items = await table.query({
      pk: outcomeKeys.stream(stream),
      from: after === undefined ? outcomeKeys.from(since) : outcomeKeys.after(after.occurredAt, after.id),
      to: until === undefined ? outcomeKeys.end : outcomeKeys.to(until),
      limit,
      consistent: true,
    })
    return items.map(item => outcomeSchema.parse(item))
  },
})

async function keep(table: Table, arrived: Outcome): Promise<Kept> {
  for (let tries = 0; tries < mostTries; tries++) {
    const kept = await tryKeep(table, arrived)
    if (kept !== undefined) return kept
  }
  throw new RetryLater('an outcome is corrected by several at once')
}

/** Undefined when another writer was faster. */
async function tryKeep(table: Table, arrived: Outcome): Promise<Kept | undefined> {
  const item = await table.get(outcomeKeys.outcome(arrived.id), true)
  if (item === undefined) return (await write(table, arrived)) ? 'added' : undefined
  const known = outcomeSchema.parse(item)
  const next = joinOutcomes(known, arrived)
  const same = sameOutcome(known, next)
  if (same && known.recordedAt === next.recordedAt && known.recordedBy === next.recordedBy) return 'already there'
  if (!(await write(table, next, known, versionSchema.parse(item).version))) return undefined
  return same ? 'already there' : 'corrected'
}

const write = async (table: Table, next: Outcome, known?: Outcome, was?: number): Promise<boolean> =>
  (await table.transact(writes(next, known, was))).committed

function writes(next: Outcome, known: Outcome | undefined, was: number | undefined): Write[] {
  const version = (was ?? 0) + 1
  const [place, before] = [factKey(next), known && factKey(known)]
  const moved = before !== undefined && (before.pk !== place.pk || before.sk !== place.sk)
  const left = moved && known ? { left: { stream: streamName(known.identifier), at: known.occurredAt } } : {}
  const claim: Item = { ...next, ...left, ...outcomeKeys.outcome(next.id), version }
  return [
    { put: claim, when: was === undefined ? 'absent' : { version: was } },
    { put: { ...next, ...place, version } },
    ...(moved ? [{ remove: before }] : []),
  ]
}

/** Where an outcome stands, as those who keep something by it look it up. `left`: where it stood until this change. */
export const outcomePlaces = (item: Item): { id: string; places: { stream: string; at: string }[] } => {
  const { id, identifier, occurredAt } = outcomeSchema.parse(item)
  const { left } = leftSchema.parse(item)
  return { id, places: [{ stream: streamName(identifier), at: occurredAt }, ...(left ? [left] : [])] }
}

const leftSchema = z.object({ left: z.object({ stream: z.string(), at: z.string() }).optional() })

const factKey = ({ identifier, occurredAt, id }: Outcome): Key =>
  outcomeKeys.fact(streamName(identifier), occurredAt, id)
