import type { Campaign } from '../campaign/campaign.ts'
import type { ListeningStore } from '../listening/store.ts'
import type { ConfiguredStore } from '../people/people-store.ts'
import type { CellReads } from './read-counted.ts'
import type { TopicReads } from './topic-reads.ts'

/** All that reports read: the cells of the generation that counts now, the zone of its days, and what people keep. */
export type CatalogueReads = {
  currentReports: () => Promise<{ store: CellReads; zone: string }>
  campaigns: Pick<ConfiguredStore<Campaign>, 'read'>
  listening: Pick<ListeningStore, 'listPanels' | 'counts' | 'months'>
  /** Absent: topics are shown by their ids. */
  topics?: TopicReads
  /** How right the reading of sentiment is, as measured on labels it had not seen; absent: nobody measured it. */
  sentiments?: { head: () => Promise<{ accuracy: number; labels: number } | undefined> }
}
