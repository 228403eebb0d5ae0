import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { addToMonth } from '../../adapters/dynamodb/month-sums.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import type { MentionCount, Panel } from '../../core/listening/listening.ts'

const named = (what: string, most: number): string[] => Array.from({ length: most }, (_, n) => `${what}-${n}`)
const networks = named('network', 8)
const members = named('competitor', 15)
/** The first and last months of a panel: another is announced each quarter. */
const quarters = [
  ['01', '03', '31'],
  ['04', '06', '30'],
  ['07', '09', '30'],
  ['10', '12', '31'],
] as const
const lockedAt = '2024-12-01T09:00:00.000Z'

/**
 * Panels of these years and what was counted for them in each month: eight networks with fifteen members each, all of them
 * judged, each named once for every fifty contacts of the month and network.
 */
export async function fillMentions(table: Table, contacts: number, years: readonly number[]): Promise<void> {
  for (const year of years)
    for (const [from, to, day] of quarters) {
      const panel = panelOf(`of-${year}-${from}`, { from: `${year}-${from}-01`, until: `${year}-${to}-${day}` })
      await listeningStore(table).lockPanel(panel)
      for (let month = Number(from); month <= Number(to); month++)
        await fillMonth(table, panel.id, `${year}-${String(month).padStart(2, '0')}-01`, contacts / 12)
    }
}

const panelOf = (id: string, period: Panel['period']): Panel => ({
  ...{ v: 1, id, period, networks, lockedAt, lockedBy: 'mara' },
  members: members.map((member, n) => ({ id: member, name: `Competitor ${n}`, own: n === 0 })),
})

async function fillMonth(table: Table, panel: string, day: string, contacts: number): Promise<void> {
  const mentions = 1 + Math.round(contacts / networks.length / 50)
  const figures = { mentions, positive: mentions >> 2, negative: mentions >> 3 }
  await table.transact(
    networks.map(network => {
      const counts = members.map(
        (member): MentionCount => ({
          ...{ v: 1, panel, day, network, member, ...figures, asOf: lockedAt },
        }),
      )
      return addToMonth(
        { panel, day, network },
        counts.map(next => ({ next, was: undefined })),
      )
    }),
  )
}
