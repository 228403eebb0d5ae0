import type { QueryEngine, QueryStore } from '../../core/archive/query.ts'
import type { AuditQueue } from '../../core/audit/audit.ts'
import type { Campaign } from '../../core/campaign/campaign.ts'
import type { CatalogueReads } from '../../core/catalogue/catalogue-reads.ts'
import type { ContentStore } from '../../core/content-idea/content.ts'
import type { SubscriptionStore } from '../../core/digest/subscription.ts'
import type { ListeningStore } from '../../core/listening/store.ts'
import type { OutcomeStore } from '../../core/outcome/store.ts'
import type { ConfiguredStore, PeopleStore } from '../../core/people/people-store.ts'
import type { SavedReportStore } from '../../core/saved-report/saved-report.ts'
import type { TimelineStore } from '../../core/timeline/timeline-store.ts'
import type { InsightStore, SentimentStore, TopicStore } from '../../core/topic/store.ts'

/** All that reports read and take in. */
export type ReportsDependencies = CatalogueReads & {
  content: ContentStore
  savedReports: SavedReportStore
  subscriptions: SubscriptionStore
  people: { agents: Pick<PeopleStore['agents'], 'read' | 'list'> }
  campaigns: ConfiguredStore<Campaign>
  outcomes: OutcomeStore
  listening: ListeningStore
  queries: { store: QueryStore; engine: QueryEngine }
  topicStore: TopicStore
  sentiments: SentimentStore
  insights: InsightStore
  timeline: Pick<TimelineStore, 'locate' | 'readContact'>
  audit: AuditQueue
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** 32 hexadecimal digits, never the same twice. */
  newId: () => string
}
