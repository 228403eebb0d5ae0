import * as z from 'zod'
import { auditRecordSchema } from '../audit/audit.ts'
import { instantSchema } from '../contact/contact.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const auditQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })

/** Ids are printable ASCII, as they stand in keys. */
const idSchema = z.string().regex(/^[\x22-\x7d]{1,64}$/)
export const auditPositionSchema = z.strictObject({ at: instantSchema, id: idSchema, customer: idSchema })

export const shownAuditSchema = auditRecordSchema.omit({ v: true }).meta({ id: 'AuditRecord' })
export const auditListSchema = pageSchema(shownAuditSchema).meta({ id: 'Audit' })
