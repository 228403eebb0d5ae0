import * as z from 'zod'
import { topicKinds } from '../catalogue/topic-reads.ts'
import { contentEntrySchema, contentSchema, mostContent } from '../content-idea/content.ts'
import { reportQuerySchema } from './report.ts'

export const contentInputSchema = z
  .strictObject({ entries: z.array(contentEntrySchema).max(mostContent) })
  .meta({ id: 'ContentInput' })

export const shownContentSchema = contentSchema
  .omit({ v: true })
  .partial({ changedAt: true, changedBy: true })
  .meta({ id: 'Content' })

export const excerptSchema = z
  .object({
    id: z.string().describe('the id of the contact'),
    at: z.string(),
    channel: z.string(),
    text: z.string(),
    conversation: z.string().optional(),
  })
  .meta({ id: 'TopicExcerpt' })

const exchangeSchema = z
  .object({ asked: excerptSchema, answers: z.array(excerptSchema).max(5) })
  .meta({ id: 'TopicExchange' })

export const ideasQuerySchema = z.strictObject({
  from: reportQuerySchema.shape.from,
  to: reportQuerySchema.shape.to,
  kind: reportQuerySchema.shape.kind,
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const ideaSchema = z
  .object({
    topic: z.string(),
    label: z.string(),
    kind: z.enum(topicKinds).optional(),
    asked: z.int().describe('matters in the period'),
    before: z.number().optional().describe('in the period before'),
    tag: z.enum(['new', 'rising', 'falling']).optional(),
    settled: z.number().optional().describe('the share that was resolved at first contact'),
    exchanges: z.array(exchangeSchema).max(10),
    coverage: z
      .object({ entry: contentEntrySchema, nearness: z.number() })
      .optional()
      .describe('what we publish about it already, as far as words tell; absent: nothing comes near'),
  })
  .meta({ id: 'ContentIdea' })

export const ideasSchema = z.object({ items: z.array(ideaSchema).max(50) })

export const excerptsQuerySchema = z.strictObject({
  topic: z.string().min(1).max(64),
  limit: z.coerce.number().int().min(1).max(10).default(5),
})
export const excerptsSchema = z.object({ items: z.array(exchangeSchema).max(10) }).meta({ id: 'TopicExchanges' })
