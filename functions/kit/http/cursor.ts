import type * as z from 'zod'
import { jsonTextSchema } from '../../../core/api/json-text.ts'
import { Problem } from '../../../core/api/problem.ts'

/** Where a page ended, as text that clients hand back. Opaque, but no secret: it holds a position and nothing else. */
export const writeCursor = (position: object): string => Buffer.from(JSON.stringify(position)).toString('base64url')

/** The position that a cursor holds. Throws `Problem` for text that is none of ours. */
export function readCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema>
export function readCursor<Schema extends z.ZodType>(
  schema: Schema,
  cursor: string | undefined,
): z.output<Schema> | undefined
export function readCursor<Schema extends z.ZodType>(schema: Schema, cursor: string | undefined) {
  if (cursor === undefined) return undefined
  const parsed = jsonTextSchema.pipe(schema).safeParse(Buffer.from(cursor, 'base64url').toString())
  if (parsed.success) return parsed.data
  const message = 'is not a cursor of this list: hand back the one of the page before, or none'
  throw new Problem('invalid-request', undefined, { errors: [{ field: 'query.cursor', message }] })
}
