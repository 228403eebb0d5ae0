import * as z from 'zod'
import { roles } from '../../../core/api/role.ts'
import {
  correctedSchema,
  correctionInputSchema,
  sentimentStateSchema,
  shownTopicSchema,
  topicInputSchema,
  topicListSchema,
  topicMergeSchema,
} from '../../../core/api/topic.ts'
import { topicIdSchema } from '../../../core/topic/topic.ts'
import { listQuerySchema } from '../http/configured.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

const one = { params: z.object({ id: topicIdSchema }), query: nothing, answer: shownTopicSchema }
/** Who calls things by the company's words. */
const naming = ['marketing', 'social', 'operator', 'admin'] as const

export const listTopics = describe({
  method: 'GET',
  path: '/v1/topics',
  roles,
  summary: 'What customers write about, as it was clustered last night and people named it',
  params: nothing,
  query: listQuerySchema,
  body: nothing,
  answer: topicListSchema,
})

export const nameTopic = describe({
  ...one,
  method: 'PUT',
  path: '/v1/topics/{id}',
  roles: naming,
  summary: 'Name or pin a topic; what is left out stays as it is',
  body: topicInputSchema,
})

export const mergeTopic = describe({
  ...one,
  method: 'POST',
  path: '/v1/topics/{id}/merge',
  roles: naming,
  summary: 'Count a topic as part of another from now on, also what came before; nothing is written anew',
  body: topicMergeSchema,
})

export const splitTopic = describe({
  ...one,
  method: 'POST',
  path: '/v1/topics/{id}/split',
  roles: naming,
  summary: 'Count a topic that was merged by itself again',
  body: nothing,
})

export const readSentiment = describe({
  method: 'GET',
  path: '/v1/sentiment',
  roles,
  summary: 'What sentiment is told by, and how right it is about labels that it has not seen',
  params: nothing,
  query: nothing,
  body: nothing,
  answer: sentimentStateSchema,
})

export const correctSentiment = describe({
  method: 'PUT',
  path: '/v1/sentiment/{contact}',
  roles: ['agent', 'social'],
  summary: 'Say how a contact sounds; it is counted so at once, and learned from at night',
  params: z.object({ contact: z.string().regex(/^[0-9a-f]{32}$/) }),
  query: nothing,
  body: correctionInputSchema,
  answer: correctedSchema,
})
