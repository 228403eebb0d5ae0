import * as z from 'zod'
import { channels, instantSchema } from '../contact/contact.ts'
import { identifierSchema } from '../contact/identifier.ts'

export const surveyKinds = ['csat', 'nps'] as const
export type SurveyKind = (typeof surveyKinds)[number]

/** The least and the greatest score of each. */
export const scales = { csat: { least: 1, greatest: 5 }, nps: { least: 0, greatest: 10 } } as const
export type Scale = { least: number; greatest: number }

export const longestComment = 1000

const scoreSchema = z.int().min(0).max(10)

/** How it came: by the page behind the link, or in writing (`contactId`). */
export const answerSchema = z.object({
  score: scoreSchema,
  comment: z.string().max(longestComment).optional(),
  at: instantSchema,
  how: z.enum(['link', 'reply']),
  contactId: z.string().max(64).optional(),
})
export type SurveyAnswer = z.infer<typeof answerSchema>

/** How often an answer may be changed. */
export const mostAnswers = 10

/**
 * A question after a matter was resolved. `id` is also that of the reply that carries it. `stream` is whose it was, `to`
 * where it was asked; `answer` the last one, `history` those before it, oldest first.
 */
export const surveySchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  version: z.int().min(1),
  kind: z.enum(surveyKinds),
  conversation: z.string().max(64),
  resolvedAt: instantSchema,
  resolvedBy: z.string().max(256),
  stream: z.string().max(1024),
  to: identifierSchema,
  answers: z.string().max(64),
  /** The thread it was asked on. */
  thread: z.string().max(1024).optional(),
  channel: z.enum(channels),
  agent: z.string().max(128).optional(),
  team: z.string().max(128).optional(),
  brand: z.string().max(128),
  department: z.string().max(128),
  language: z.string().max(35),
  createdAt: instantSchema,
  askedAt: instantSchema.optional(),
  /** Answers are taken until then. */
  validUntil: instantSchema,
  answer: answerSchema.optional(),
  history: z.array(answerSchema).max(mostAnswers),
})
export type Survey = z.infer<typeof surveySchema>

/** An answer as reports read it: the last one of each survey, by day. */
export const ratedSchema = surveySchema
  .pick({
    ...{ v: true, kind: true, conversation: true, stream: true, channel: true, agent: true, team: true },
    ...{ brand: true, department: true, language: true },
  })
  .extend({ survey: z.string(), score: scoreSchema, at: instantSchema })
export type Rated = z.infer<typeof ratedSchema>

/** What a stream remembers, so that nobody is asked too often: it goes with the stream wherever its customer goes. */
export const surveyedSchema = z.object({
  v: z.literal(1),
  version: z.int().min(1),
  /** The last question. */
  survey: z.string(),
  at: instantSchema,
  npsAt: instantSchema.optional(),
})
export type Surveyed = z.infer<typeof surveyedSchema>

/** That somebody resolved a conversation: what is asked about later. */
export const resolutionSchema = z.object({
  v: z.literal(1),
  conversation: z.string().max(64),
  at: instantSchema,
  actor: z.string().max(256),
})
export type Resolution = z.infer<typeof resolutionSchema>
