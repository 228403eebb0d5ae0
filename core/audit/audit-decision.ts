import type { LogEntry } from '../identity/customer-record.ts'
import type { AuditRecord } from './audit.ts'

/** What the audit keeps of a decision about who is who: one record for each customer that it concerned. */
export function auditDecision({ customer, seq, operation, at, before, after }: LogEntry): AuditRecord {
  const { kind, by, reason, contactId } = operation
  return {
    v: 1,
    id: `identity-${String(seq).padStart(10, '0')}`,
    customer,
    at,
    actor: by,
    action: `identity.${kind}`,
    detail: {
      streams: `${before?.members.length ?? 0} before, ${after.members.length} after`,
      ...(reason !== undefined && { reason: reason.slice(0, 512) }),
      ...(contactId !== undefined && { contact: contactId }),
      ...(after.redirect !== undefined && { redirect: after.redirect }),
    },
  }
}
