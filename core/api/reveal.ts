import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

export const revealInputSchema = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('why; it stands in the audit of the customer'),
})

export const revealedSchema = z
  .object({
    customer: z.string(),
    until: instantSchema.describe('the customer and the timeline are shown whole until then'),
  })
  .meta({ id: 'Revealed' })
