import { type AuditStore, auditRecordSchema } from '../../core/audit/audit.ts'
import { auditKeys } from './keys.ts'
import type { Table } from './table.ts'

/** Audit records by customer and month. The key holds time and id, so a redelivered record meets itself. */
export function auditStore(table: Table): AuditStore {
  return {
    write: async records => {
      const items = records.map(record => auditRecordSchema.parse(record))
      await table.putAll(
        items.map(record => ({ ...record, ...auditKeys.record(record.customer, record.at, record.id) })),
      )
    },
    list: async (customer, month, limit, before) => {
      const to = before === undefined ? {} : { to: auditKeys.before(before.at, before.id) }
      const items = await table.query({ pk: auditKeys.month(customer, month), ...to, limit, newestFirst: true })
      return items.map(item => auditRecordSchema.parse(item))
    },
  }
}
