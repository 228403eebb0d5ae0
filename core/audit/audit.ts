import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** Who did or saw what of a customer, when and why. Holds ids only, no identifier and no text. */
export const auditRecordSchema = z.object({
  v: z.literal(1),
  id: z.string().max(64),
  customer: z.string().max(64),
  at: instantSchema,
  actor: z.string().max(256),
  action: z.string().max(64),
  detail: z.record(z.string().max(64), z.string().max(512)).optional(),
})
export type AuditRecord = z.infer<typeof auditRecordSchema>

export type AuditStore = {
  /** Writing the same record again changes nothing. */
  write: (records: AuditRecord[]) => Promise<void>
  /** Newest first within a month (`YYYY-MM`), strictly before the record (at, id). */
  list: (customer: string, month: string, limit: number, before?: { at: string; id: string }) => Promise<AuditRecord[]>
}

/** The asynchronous way there: durable once it resolves. */
export type AuditQueue = { send: (records: AuditRecord[]) => Promise<void> }
