import * as z from 'zod'
import {
  contentInputSchema,
  excerptsQuerySchema,
  excerptsSchema,
  ideasQuerySchema,
  ideasSchema,
  shownContentSchema,
} from '../../../core/api/report-content.ts'
import { roles } from '../../../core/api/role.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

export const readContent = describe({
  method: 'GET',
  path: '/v1/content',
  roles,
  summary: 'What we publish that answers questions',
  params: nothing,
  query: nothing,
  body: nothing,
  answer: shownContentSchema,
})

export const keepContent = describe({
  method: 'PUT',
  path: '/v1/content',
  roles: ['marketing', 'social', 'operator', 'admin'],
  summary: 'Replace the list of what we publish',
  params: nothing,
  query: nothing,
  body: contentInputSchema,
  answer: shownContentSchema,
})

const ideas = { roles, params: nothing, query: ideasQuerySchema, body: nothing }

export const listIdeas = describe({
  method: 'GET',
  path: '/v1/content-ideas',
  ...ideas,
  summary: 'What customers ask most, in their words, with the answers given and what we publish about it',
  answer: ideasSchema,
})

export const listIdeasCsv = describe({
  method: 'GET',
  path: '/v1/content-ideas/export.csv',
  ...ideas,
  summary: 'The same as a file of comma-separated values',
  answer: z.string(),
  media: 'text/csv',
})

export const listExcerpts = describe({
  method: 'GET',
  path: '/v1/reports/excerpts',
  roles,
  summary: 'Typical contacts of a topic with the answers to them, masked for those who may not know by whom',
  params: nothing,
  query: excerptsQuerySchema,
  body: nothing,
  answer: excerptsSchema,
})
