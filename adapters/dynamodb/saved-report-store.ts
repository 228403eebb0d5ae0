import { RetryLater } from '../../core/record/outcome.ts'
import { mostSaved, type SavedReportStore, savedReportSchema } from '../../core/saved-report/saved-report.ts'
import { savedReportKeys } from './keys.ts'
import type { Table } from './table.ts'

/** More than a person may keep: whoever keeps one more at the same time is seen too. */
const limit = 2 * mostSaved

/** What people keep of reports, in the one table: what is shared stands a second time, or not at all, with the first. */
export const savedReportStore = (table: Table): SavedReportStore => ({
  read: async (owner, id) => {
    const item = await table.get(savedReportKeys.own(owner, id), true)
    return item && savedReportSchema.parse(item)
  },
  ofOwner: async owner => {
    const items = await table.query({ pk: savedReportKeys.ofOwner(owner), limit, consistent: true })
    return items.map(item => savedReportSchema.parse(item))
  },
  shared: async () => {
    const items = await table.query({ pk: savedReportKeys.allShared, limit, consistent: true })
    return items.map(item => savedReportSchema.parse(item))
  },
  write: async saved => {
    const item = savedReportSchema.parse(saved)
    const shared = savedReportKeys.shared(saved.owner, saved.id)
    const done = await table.transact([
      { put: { ...item, ...savedReportKeys.own(saved.owner, saved.id) } },
      saved.shared ? { put: { ...item, ...shared } } : { remove: shared },
    ])
    if (!done.committed) throw new RetryLater('somebody keeps the same view at once')
  },
  remove: async (owner, id) => {
    const keys = [savedReportKeys.own(owner, id), savedReportKeys.shared(owner, id)]
    const done = await table.transact(keys.map(remove => ({ remove })))
    if (!done.committed) throw new RetryLater('somebody keeps the same view at once')
  },
})
