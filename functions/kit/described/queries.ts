import * as z from 'zod'
import {
  newQuerySchema,
  queryAnswerSchema,
  queryListSchema,
  rowsQuerySchema,
  startedQuerySchema,
} from '../../../core/api/query.ts'
import { queryIdSchema } from '../../../core/archive/query.ts'
import { listQuerySchema } from '../http/configured.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

const roles = ['marketing', 'operator', 'admin'] as const
const params = z.object({ id: queryIdSchema })

export const startQuery = describe({
  method: 'POST',
  path: '/v1/queries',
  roles,
  summary: 'Ask the archive: one SELECT over its views; marketing sees them without personal data, unless granted',
  params: nothing,
  query: nothing,
  body: newQuerySchema,
  answer: startedQuerySchema,
  status: 201,
})

export const listQueries = describe({
  method: 'GET',
  path: '/v1/queries',
  roles: ['operator', 'admin'],
  summary: 'Who asked what, newest first',
  params: nothing,
  query: listQuerySchema,
  body: nothing,
  answer: queryListSchema,
})

export const readQuery = describe({
  method: 'GET',
  path: '/v1/queries/{id}',
  roles,
  summary: 'How far a query of one’s own is, and a page of its answer once it is done',
  params,
  query: rowsQuerySchema,
  body: nothing,
  answer: queryAnswerSchema,
})

export const cancelQuery = describe({
  method: 'POST',
  path: '/v1/queries/{id}/cancel',
  roles,
  summary: 'End a query of one’s own',
  params,
  query: nothing,
  body: nothing,
  answer: startedQuerySchema,
})
