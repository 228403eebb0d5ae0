import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { sentimentSchema } from './sentiment.ts'

/** That a person said how a contact sounds. Its text stays where it is and is read when models learn. */
export const correctionSchema = z.object({
  v: z.literal(1),
  contactId: z.string().max(64),
  stream: z.string().max(1024),
  sortAt: instantSchema,
  sentiment: sentimentSchema,
  by: z.string().max(256),
  at: instantSchema,
})
export type Correction = z.infer<typeof correctionSchema>

/** What is known of the model in use: from how many labels it learned, and how right it was about those it had not seen. */
export const sentimentHeadSchema = z.object({
  v: z.literal(1),
  version: z.string().max(64),
  learnedAt: instantSchema,
  labels: z.int().min(0),
  accuracy: z.number().min(0).max(1),
  macroF1: z.number().min(0).max(1),
  /** How right the lexicon alone is about the same labels. */
  coldAccuracy: z.number().min(0).max(1),
})
export type SentimentHead = z.infer<typeof sentimentHeadSchema>
