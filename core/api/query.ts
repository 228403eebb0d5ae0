import * as z from 'zod'
import { askedQuerySchema, queryLimits } from '../archive/query.ts'
import { cursorTextSchema, pageSchema } from './page.ts'

export const newQuerySchema = z
  .strictObject({ sql: askedQuerySchema.shape.sql.describe('one SELECT over the views, in the SQL of Athena') })
  .meta({ id: 'NewQuery' })

const stateSchema = z.enum(['running', 'done', 'failed', 'cancelled'])
const shownQuerySchema = askedQuerySchema.pick({ id: true, sql: true, by: true, at: true, masked: true })

export const startedQuerySchema = shownQuerySchema.extend({ state: stateSchema }).meta({ id: 'StartedQuery' })
export const queryListSchema = pageSchema(shownQuerySchema.meta({ id: 'AskedQuery' }))

export const rowsQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(999).default(100),
  cursor: cursorTextSchema.optional(),
})
export const rowsPositionSchema = z.strictObject({ next: z.string().max(1024), seen: z.int().min(0) })

export const queryAnswerSchema = startedQuerySchema
  .extend({
    reason: z.string().optional().describe('why it failed or was ended'),
    milliseconds: z.int().optional(),
    bytes: z.int().optional().describe('read of the archive'),
    columns: z.array(z.object({ name: z.string(), type: z.string() })).optional(),
    rows: z.array(z.array(z.string().nullable())).optional(),
    cursor: z.string().optional(),
    more: z
      .literal(true)
      .optional()
      .describe(`the answer has more than ${queryLimits.rows} rows: the rest is not shown`),
  })
  .meta({ id: 'QueryAnswer' })
export type QueryAnswer = z.infer<typeof queryAnswerSchema>
