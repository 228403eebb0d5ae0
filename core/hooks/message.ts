import * as z from 'zod'
import { changeSchema } from '../change/change.ts'

/** A delivery whose time has come, or comes before the queue holds it back once more. */
export const deliverSchema = z.object({ v: z.literal(1), type: z.literal('deliver'), id: z.string() })
export type Deliver = z.infer<typeof deliverSchema>

/** What the queue of webhooks carries: changes of the table, and deliveries to be tried. */
export const hookMessageSchema = z.union([deliverSchema, changeSchema])
export type HookMessage = z.infer<typeof hookMessageSchema>
