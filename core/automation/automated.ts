import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** How many of each are kept with a conversation; older ones are behind what a redelivery can bring. */
export const kept = { seen: 200, fired: 40, topics: 20, pending: 200 } as const

/**
 * What automation knows of a conversation. `seen` are the things that rules were asked about, newest last; `fired` what
 * was set off within the hour; `pending` the firings that are not finished; `answeredAt` when it last answered by itself.
 */
export const automatedSchema = z.object({
  v: z.literal(1),
  conversation: z.string(),
  version: z.int().min(0),
  seen: z.array(z.string()).max(kept.seen),
  topics: z.array(z.string()).max(kept.topics),
  fired: z.array(z.object({ rule: z.string(), at: instantSchema, depth: z.int().min(0) })).max(kept.fired),
  pending: z.array(z.string()).max(kept.pending),
  answeredAt: instantSchema.optional(),
})
export type Automated = z.infer<typeof automatedSchema>

/** Of a conversation that automation has not met. */
export const untouched = (conversation: string): Automated => ({
  v: 1,
  conversation,
  version: 0,
  seen: [],
  topics: [],
  fired: [],
  pending: [],
})
