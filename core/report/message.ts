import * as z from 'zod'
import { changeSchema } from '../change/change.ts'

/**
 * A customer is to be folded again on these days; without days, on all. `piece`: it is a part of more that was too much
 * for one go, and is done as it is.
 */
export const refoldSchema = z.object({
  v: z.literal(1),
  type: z.literal('refold'),
  customer: z.string().min(1).max(256),
  days: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
  line: z.boolean().default(false),
  piece: z.boolean().default(false),
})
export type Refold = z.infer<typeof refoldSchema>

export const reportMessageSchema = z.union([refoldSchema, changeSchema])
export type ReportMessage = z.infer<typeof reportMessageSchema>
