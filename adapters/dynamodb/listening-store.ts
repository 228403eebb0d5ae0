import { countSchema, panelSchema } from '../../core/listening/listening.ts'
import type { ListeningStore } from '../../core/listening/store.ts'
import { listeningKeys } from './keys.ts'
import { mentionCounts } from './mention-counts.ts'
import { readMonths } from './month-sums.ts'
import type { Table } from './table.ts'

/** Panels and mention counts in the one table. */
export const listeningStore = (table: Table): ListeningStore => {
  const keep = mentionCounts(table)
  return {
    readPanel: async id => {
      const item = await table.get(listeningKeys.panel(id), true)
      return item && panelSchema.parse(item)
    },
    listPanels: async (limit, after) => {
      const from = after === undefined ? {} : { from: listeningKeys.afterPanel(after) }
      const items = await table.query({ pk: listeningKeys.panels, ...from, limit, consistent: true })
      return items.map(item => panelSchema.parse(item))
    },
    lockPanel: async panel => {
      const put = await table.put({ ...panelSchema.parse(panel), ...listeningKeys.panel(panel.id) }, 'absent')
      return put.written
    },
    keep: counts => Promise.all(counts.map(keep)),
    counts: async (panel, { from, until, limit, after }) => {
      const items = await table.query({
        pk: listeningKeys.counts(panel),
        from: after === undefined ? from : listeningKeys.after(after),
        to: listeningKeys.untilDay(until),
        limit,
        consistent: true,
      })
      return items.map(item => countSchema.parse(item))
    },
    months: (panel, range) => readMonths(table, panel, range),
  }
}
