import * as z from 'zod'
import { slugSchema } from '../people/agent.ts'

/** Who gets the conversation, and why. What is known of the customer goes along by itself. */
export const handOverInputSchema = z
  .strictObject({
    to: z.union([z.strictObject({ agent: slugSchema }), z.strictObject({ team: slugSchema })]),
    reason: z.string().trim().min(1).max(1000),
    note: z.string().trim().min(1).max(10_000).optional(),
  })
  .meta({ id: 'HandOverInput' })
