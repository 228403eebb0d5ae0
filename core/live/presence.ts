import * as z from 'zod'
import { presenceStates, whoSchema } from './event.ts'

/** Seconds that somebody counts as present without saying so again; clients say it again after a third of it. */
export const presenceSeconds = 45

/** Somebody is at a customer or conversation. One connection is in one place once. */
export const presenceSchema = z.object({
  v: z.literal(1),
  where: z.string(),
  connectionId: z.string(),
  who: whoSchema,
  state: z.enum(presenceStates).exclude(['gone']),
  untilMs: z.int(),
})
export type Presence = z.infer<typeof presenceSchema>
