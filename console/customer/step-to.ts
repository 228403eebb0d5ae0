import type { PageStart } from '../data/entries.ts'
import type { Target } from './place.ts'
import { type Row, rowWith, timeOf } from './rows.ts'

/** What is to be done to bring a place into sight. */
export type Step =
  | { do: 'show'; at: number }
  | { do: 'load older' }
  | { do: 'start'; start: PageStart }
  | { do: 'nothing' }

/** What is loaded. `allUnread`: nothing that was read before is among it yet. */
export type Loaded = { rows: readonly Row[]; hasOlder: boolean; hasNewer: boolean; allUnread: boolean }

/** The next step to a place, from what is loaded. */
export function stepTo(target: Target, loaded: Loaded): Step {
  switch (target.to) {
    case 'entry': {
      const at = rowWith(loaded.rows, target.entry)
      return at >= 0 ? { do: 'show', at } : { do: 'start', start: { entry: target.entry } }
    }
    case 'unread':
      return stepToUnread(loaded)
    case 'time':
      return stepToTime(target.until, loaded)
    default:
      return target satisfies never
  }
}

/** One reads on from the oldest that is unread, which stands above the line. */
function stepToUnread({ rows, hasOlder, hasNewer, allUnread }: Loaded): Step {
  if (hasNewer) return { do: 'start', start: {} }
  if (allUnread && hasOlder) return { do: 'load older' }
  const at = rowWith(rows, 'unread')
  return at >= 0 ? { do: 'show', at: Math.max(0, at - 1) } : { do: 'nothing' }
}

/** The newest of that moment or before it is where one goes to. */
function stepToTime(until: string, { rows, hasOlder, hasNewer }: Loaded): Step {
  const isBelow = !rows.some(isUntil(until)) && (hasOlder || rows.length === 0)
  const first = rows[0] && timeOf(rows[0])
  const isAbove = hasNewer && (first === undefined || first < until)
  if (isBelow || isAbove) return { do: 'start', start: { until } }
  return { do: 'show', at: placeOfTime(until, rows) }
}

const isUntil = (until: string) => (row: Row) => (timeOf(row) ?? '~') <= until

/** Among what is loaded: the newest of that moment or before it; of a moment before everything the oldest. */
export function placeOfTime(until: string, rows: readonly Row[]): number {
  const at = rows.findIndex(isUntil(until))
  return at === -1 ? rows.length - 1 : at
}
