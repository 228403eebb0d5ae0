import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** What an agent promises a customer: a call at a time; or that it was made. */
export const callbackInputSchema = z
  .strictObject({
    at: instantSchema.optional().describe('when to call'),
    number: z.string().min(1).max(64).optional().describe('as people write it, also without its country code'),
    note: z.string().trim().min(1).max(1000).optional(),
    done: z.literal(true).optional().describe('it was made, or need not be made any more; instead of all else'),
  })
  .refine(
    ({ at, number, note, done }) =>
      done === undefined
        ? at !== undefined && number !== undefined
        : [at, number, note].every(one => one === undefined),
    { message: 'give at and number, or done alone' },
  )
  .meta({ id: 'CallbackInput' })
