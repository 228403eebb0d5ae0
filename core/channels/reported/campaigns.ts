import { campaignIdOf, campaignSchema } from '../../campaign/campaign.ts'
import { type Cell, factOf, tableFormat } from './table-row.ts'

/** `channels` are separated by spaces or semicolons; `segment` and `control` are like `country=GB`. */
export const campaigns = tableFormat(
  'campaigns',
  ['id', 'name', 'channels', 'from', 'until', 'segment', 'control'],
  cell => {
    const value = {
      v: 1,
      id: cell('id') ?? campaignIdOf(cell('name') ?? ''),
      name: cell('name'),
      channels: (cell('channels') ?? '').split(/[\s;]+/).filter(Boolean),
      window: { from: cell('from'), until: cell('until') },
      ...segmentOf(cell, 'segment'),
      ...segmentOf(cell, 'control'),
    }
    return factOf(campaignSchema, value, campaign => ({ kind: 'campaign', campaign }))
  },
)

function segmentOf(cell: Cell, name: 'segment' | 'control'): object {
  const written = cell(name)
  if (written === undefined) return {}
  const at = written.indexOf('=')
  return { [name]: { by: written.slice(0, Math.max(0, at)).trim(), value: written.slice(at + 1).trim() } }
}
