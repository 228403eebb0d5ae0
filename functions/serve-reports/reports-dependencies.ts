import type { AuditQueue } from '../../core/audit/audit.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { ReportReads } from '../../core/catalogue/run-report.ts'
import type { ListeningStore } from '../../core/listening/store.ts'
import type { OutcomeStore } from '../../core/outcome/store.ts'
import type { ConfiguredStore } from '../../core/people/people-store.ts'

/** All that reports read and take in. */
export type ReportsDependencies = ReportReads & {
  campaigns: ConfiguredStore<Campaign>
  outcomes: OutcomeStore
  listening: ListeningStore
  audit: AuditQueue
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** 32 hexadecimal digits, never the same twice. */
  newId: () => string
}
