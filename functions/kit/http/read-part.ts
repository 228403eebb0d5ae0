import type * as z from 'zod'
import { Problem } from '../../../core/api/problem.ts'

export type Part = 'path' | 'query' | 'body'

const maxErrors = 20

/** A part of a request in its form, or a problem that names each field. No message quotes the value that was sent. */
export function readPart<Schema extends z.ZodType>(part: Part, schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.slice(0, maxErrors).map(issue => ({
    field: [part, ...issue.path].join('.').slice(0, 128),
    message: messageOf(issue),
  }))
  throw new Problem('invalid-request', undefined, { errors })
}

/** zod quotes unknown keys, which came from outside. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? 'holds a field that is not known here' : issue.message
