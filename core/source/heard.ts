import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import type { ConfiguredStore } from '../people/people-store.ts'
import { sourceSchema } from './source.ts'

/** A silence of more than a day is worth a look, whatever the hours and weekends of a source. */
export const gapMs = 24 * 3_600_000

/** The latest gaps only: older ones are history. */
const keptGaps = 10

const gapSchema = z.object({ from: instantSchema, to: instantSchema })

/**
 * When something came from a source, configured or not. `lastReceivedAt` is when its newest payload was taken in,
 * `lagMs` how long that payload, or the last one noted, took from there to the timeline; `gaps` are silences of more
 * than a day, newest first.
 */
export const heardSchema = z.object({
  v: z.literal(1),
  id: sourceSchema.shape.id,
  firstReceivedAt: instantSchema,
  lastReceivedAt: instantSchema,
  lagMs: z.int().min(0),
  gaps: z.array(gapSchema).max(keptGaps),
})
export type Heard = z.infer<typeof heardSchema>

export type HeardStore = ConfiguredStore<Heard>

/** What is known of a source once a payload of it, taken in at `receivedAt`, was recorded at `now`. */
export function heardAgain(known: Heard | undefined, id: string, receivedAt: string, now: string): Heard {
  const lagMs = Math.max(0, Date.parse(now) - Date.parse(receivedAt))
  if (known === undefined) return { v: 1, id, firstReceivedAt: receivedAt, lastReceivedAt: receivedAt, lagMs, gaps: [] }
  const silent = Date.parse(receivedAt) - Date.parse(known.lastReceivedAt)
  if (silent <= 0) return { ...known, lagMs }
  const gaps = silent > gapMs ? [{ from: known.lastReceivedAt, to: receivedAt }, ...known.gaps] : known.gaps
  return { ...known, lastReceivedAt: receivedAt, lagMs, gaps: gaps.slice(0, keptGaps) }
}
