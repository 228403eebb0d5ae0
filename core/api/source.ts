import * as z from 'zod'
import { sourceSchema } from '../source/source.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const sourceIdSchema = sourceSchema.shape.id

/** A source as it is configured; its id is in the path. */
export const sourceInputSchema = sourceSchema.omit({ v: true, id: true }).meta({ id: 'SourceSettings' })

export const shownSourceSchema = sourceSchema.omit({ v: true }).meta({ id: 'Source' })

export const sourcesQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })
export const sourcePositionSchema = z.strictObject({ id: sourceIdSchema })
export const sourcesSchema = pageSchema(shownSourceSchema).meta({ id: 'Sources' })
