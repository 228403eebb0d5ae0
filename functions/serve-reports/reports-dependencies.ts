import type { AuditQueue } from '../../core/audit/audit.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { ConfiguredStore } from '../../core/people/people-store.ts'

/** All that reports read and take in. */
export type ReportsDependencies = {
  campaigns: ConfiguredStore<Campaign>
  audit: AuditQueue
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** 32 hexadecimal digits, never the same twice. */
  newId: () => string
}
