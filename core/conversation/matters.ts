import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { factKinds } from '../facts/fact.ts'

/** How many are kept with a stream: matters beyond are still reached by their threads. */
export const keptMatters = 20
export const keptStatements = 100

/** Something the author of a stream stated, and where. */
export const statementSchema = z.object({
  kind: z.enum(factKinds),
  value: z.string().max(128),
  contactId: z.string(),
  at: instantSchema,
  start: z.int().min(0),
  end: z.int().min(0),
})
export type Statement = z.infer<typeof statementSchema>

/**
 * What a stream adds to its customer's matters: the ids of the conversations anchored there that were last opened, newest
 * last, and what its author stated, each fact once, at the place where it was stated first.
 */
export const mattersSchema = z.object({
  v: z.literal(1),
  version: z.int().min(1),
  open: z.array(z.string()).max(keptMatters),
  stated: z.array(statementSchema).max(keptStatements),
})
export type Matters = z.infer<typeof mattersSchema>

export const withMatter = (open: readonly string[], id: string): string[] =>
  [...open.filter(known => known !== id), id].slice(-keptMatters)
