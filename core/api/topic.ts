import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { sentimentSchema } from '../sentiment/sentiment.ts'
import { topicIdSchema } from '../topic/topic.ts'
import { pageSchema } from './page.ts'

export const shownTopicSchema = z
  .object({
    id: topicIdSchema,
    label: z
      .string()
      .describe('the name that people gave it, else one that a model found in its words, else its terms'),
    name: z.string().optional().describe('as people named it'),
    terms: z.array(z.string()).describe('words that tell it from others; none that fewer than three people wrote'),
    example: z.string().describe('the words of a typical contact; "…" for what may name somebody'),
    size: z.int().describe('how many of the contacts that were clustered last are about it'),
    pinned: z.boolean().describe('keeps its id when only a third of it is found again'),
    mergedInto: topicIdSchema.optional().describe('counted as part of this one'),
    foundAt: instantSchema,
    clusteredAt: instantSchema,
  })
  .meta({ id: 'Topic' })
export type ShownTopic = z.infer<typeof shownTopicSchema>
export const topicListSchema = pageSchema(shownTopicSchema)

export const topicInputSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .nullable()
      .optional()
      .describe('null: called by its terms again, or by what a model found'),
    pinned: z.boolean().optional(),
  })
  .meta({ id: 'TopicInput' })
export const topicMergeSchema = z.strictObject({ into: topicIdSchema }).meta({ id: 'TopicMerge' })

export const sentimentStateSchema = z
  .object({
    learned: z.boolean().describe('false: told by the lexicon alone'),
    version: z.string().optional(),
    learnedAt: instantSchema.optional(),
    labels: z.int().optional().describe('corrections and ratings that it learned from'),
    accuracy: z.number().optional().describe('share right of labels that it had not seen, each fifth held out in turn'),
    macroF1: z.number().optional(),
    coldAccuracy: z.number().optional().describe('share that the lexicon alone tells right of the same labels'),
  })
  .meta({ id: 'SentimentState' })

export const correctionInputSchema = z.strictObject({ sentiment: sentimentSchema }).meta({ id: 'SentimentCorrection' })
export const correctedSchema = z
  .object({ contactId: z.string(), sentiment: sentimentSchema, correctedAt: instantSchema })
  .meta({ id: 'CorrectedSentiment' })
