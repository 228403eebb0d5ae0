import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { sentimentSchema } from '../sentiment/sentiment.ts'
import { topicIdSchema } from './topic.ts'

/** What nobody can tell the language of. */
export const unknownLanguage = 'unknown'

/**
 * What reading its text tells of a contact. `topic` is the one it was clustered or assigned to: what people merged it
 * into, the mapping says. `sentiment` is absent where there is nothing to judge by; `by` a person where one corrected it.
 */
export const insightSchema = z.object({
  v: z.literal(1),
  version: z.int().min(1),
  contactId: z.string().max(64),
  stream: z.string().max(1024),
  sortAt: instantSchema,
  language: z.string().max(35),
  topic: topicIdSchema.optional(),
  sentiment: sentimentSchema.optional(),
  certainty: z.number().min(0).max(1).optional(),
  by: z.enum(['model', 'person']),
})
export type Insight = z.infer<typeof insightSchema>

/** Where an insight is kept: with the time and id of its contact. */
export type InsightPlace = Pick<Insight, 'contactId' | 'sortAt'>
