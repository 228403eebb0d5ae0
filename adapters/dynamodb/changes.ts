import type { AuditRecord } from '../../core/audit/audit.ts'
import { auditDecision } from '../../core/audit/audit-decision.ts'
import { readLogEntry } from './identity-items.ts'
import { identityKeys } from './keys.ts'
import type { Item } from './table.ts'

/** What a change of the table means to the audit: decisions about identity. Everything else means nothing to it. */
export const auditOfChange = (item: Item): AuditRecord[] =>
  identityKeys.isLog(item) ? [auditDecision(readLogEntry(item))] : []
