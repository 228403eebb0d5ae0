import * as z from 'zod'
import { countSchema, laterCount, type MentionCount, panelSchema, sameCount } from '../../core/listening/listening.ts'
import type { ListeningStore } from '../../core/listening/store.ts'
import type { Kept } from '../../core/outcome/store.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { listeningKeys } from './keys.ts'
import type { Table } from './table.ts'

const mostTries = 10
/** Counts that are written side by side. */
const atOnce = 25
const versionSchema = z.object({ version: z.int() })

/** Panels and mention counts in the one table. */
export const listeningStore = (table: Table): ListeningStore => ({
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
  keep: async counts => {
    const kept: Kept[] = []
    for (let at = 0; at < counts.length; at += atOnce)
      kept.push(...(await Promise.all(counts.slice(at, at + atOnce).map(count => keep(table, count)))))
    return kept
  },
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
})

async function keep(table: Table, given: MentionCount): Promise<Kept> {
  const arrived = countSchema.parse(given)
  for (let tries = 0; tries < mostTries; tries++) {
    const kept = await tryKeep(table, arrived)
    if (kept !== undefined) return kept
  }
  throw new RetryLater('a count is corrected by several at once')
}

/** Undefined when another writer was faster. */
async function tryKeep(table: Table, arrived: MentionCount): Promise<Kept | undefined> {
  const key = listeningKeys.count(arrived)
  const item = await table.get(key, true)
  if (item === undefined)
    return (await table.put({ ...arrived, ...key, version: 1 }, 'absent')).written ? 'added' : undefined
  const known = countSchema.parse(item)
  const next = laterCount(known, arrived)
  if (sameCount(known, next)) return 'already there'
  const { version } = versionSchema.parse(item)
  return (await table.put({ ...next, ...key, version: version + 1 }, { version })).written ? 'corrected' : undefined
}
