import * as z from 'zod'
import { mostSubscriptions, subscriptionSchema, zoneSchema } from '../digest/subscription.ts'
import { mailLanguages, rhythmShape } from '../saved-report/saved-report.ts'

const departmentSchema = z.string().min(1).max(64).optional().describe('everybody’s, if absent')

export const digestQuerySchema = z.strictObject({
  department: departmentSchema,
  days: z.coerce.number().int().min(1).max(31).default(7).describe('so many days up to yesterday'),
  language: z.enum(mailLanguages).default('en'),
})

export const digestSchema = z
  .object({
    subject: z.string(),
    text: z.string(),
    html: z.string().describe('a whole document; names in it are escaped'),
    period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  })
  .meta({ id: 'Digest' })

const personSchema = z.string().min(1).max(256).optional().describe('the id of an agent; oneself, if absent')

export const subscriptionQuerySchema = z.strictObject({ person: personSchema })

export const subscriptionInputSchema = z
  .strictObject({
    ...{ department: departmentSchema, person: personSchema, ...rhythmShape },
    zone: zoneSchema.optional().describe('the person’s, else the company’s, if absent'),
  })
  .meta({ id: 'MailedDigestInput' })

/** What a person is mailed, when the next one is due, and what became of the last. */
export const shownSubscriptionSchema = subscriptionSchema
  .omit({ v: true, version: true, retry: true, trying: true })
  .meta({ id: 'MailedDigest' })

export const subscriptionListSchema = z.object({
  address: z.string().optional().describe('where it is mailed to; absent: an operator has to enter one'),
  items: z.array(shownSubscriptionSchema).max(2 * mostSubscriptions),
})
