import type { IdentityStore } from '../../core/identity/store.ts'
import type { TimelineStore } from '../../core/timeline/timeline-store.ts'
import { isStub, readEntry } from './entry-item.ts'
import { readLogEntry } from './identity-items.ts'
import { identityKeys, timelineKeys } from './keys.ts'
import type { Table } from './table.ts'

/**
 * What the archive reads, strongly consistent: a file that was written from what lagged behind would stay behind, since
 * nothing marks its day again.
 */
export const archiveReads = (
  table: Table,
): { timeline: Pick<TimelineStore, 'readContacts'>; identity: Pick<IdentityStore, 'readLog'> } => ({
  timeline: {
    readContacts: async wanted => {
      const keys = wanted.map(({ contactId, place }) => timelineKeys.entry(place.stream, place.sortAt, contactId))
      const items = (await table.batchGet(keys, true)).filter(item => !isStub(item))
      return items.map(readEntry).flatMap(entry => (entry.type === 'contact' ? [entry] : []))
    },
  },
  identity: {
    readLog: async (customer, limit, before) => {
      const { pk } = identityKeys.customer(customer)
      const to = before === undefined ? identityKeys.logEnd : identityKeys.log(customer, before - 1).sk
      const range = { pk, from: identityKeys.logStart, to, limit, newestFirst: true, consistent: true }
      return (await table.query(range)).map(readLogEntry)
    },
  },
})
