import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { longestStatement } from './statement.ts'

/** What a query may take before it is ended: rows that can be read of its answer, and seconds that it may run. */
export const queryLimits = { rows: 10_000, seconds: 60 } as const

/** Ids sort by time: milliseconds since 1970, then chance. */
export const queryIdSchema = z.string().regex(/^[0-9]{13}-[0-9a-f]{16}$/)

/**
 * A query that somebody asked, kept as the record of who asked what and when. `masked`: without personal data.
 * `execution` is the engine's own id of it; `ended` says why it was ended by us.
 */
export const askedQuerySchema = z.object({
  v: z.literal(1),
  id: queryIdSchema,
  sql: z.string().max(longestStatement),
  subject: z.string().max(256),
  by: z.string().max(256),
  at: instantSchema,
  masked: z.boolean(),
  execution: z.string().max(128),
  ended: z.string().max(200).optional(),
})
export type AskedQuery = z.infer<typeof askedQuerySchema>

export type QueryStore = {
  write: (query: AskedQuery) => Promise<void>
  read: (id: string) => Promise<AskedQuery | undefined>
  /** Newest first, before an id. */
  list: (limit: number, before?: string) => Promise<AskedQuery[]>
}

export type QueryState =
  | { state: 'running' }
  | { state: 'done'; milliseconds: number; bytes: number }
  | { state: 'failed'; reason: string }
  | { state: 'cancelled'; reason?: string }

export type QueryRows = { columns: { name: string; type: string }[]; rows: (string | null)[][]; next?: string }

/** Whoever carries queries out: Athena, on one machine what stands in for it. */
export type QueryEngine = {
  /** The same `token` again is the same query. Refused: it is no query that the engine understands. */
  start: (sql: string, token: string) => Promise<{ execution: string } | { refusal: string }>
  state: (execution: string) => Promise<QueryState>
  /** A page of the answer of one that is done. */
  rows: (execution: string, limit: number, next?: string) => Promise<QueryRows>
  stop: (execution: string) => Promise<void>
}
