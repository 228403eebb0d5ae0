import * as z from 'zod'
import type { Agent, Api, ConversationRow } from '../client/api.ts'

/** The lists that people work from. */
export const views = ['mine', 'team', 'unassigned', 'mentions', 'waiting', 'breaching', 'all'] as const
export type View = (typeof views)[number]
export const viewIn = (text: string): View => views.find(view => view === text) ?? 'mine'

export type QueueQuery = Parameters<Api['queue']>[0] & object

/** What narrows a view down; it stands in the address, so that a filtered list can be shared. */
export const filterSchema = z.object({
  team: z.string().optional().catch(undefined),
  channel: z.enum(['phone', 'email', 'social', 'message', 'review', 'web']).optional().catch(undefined),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional().catch(undefined),
  tag: z.string().optional().catch(undefined),
  brand: z.string().optional().catch(undefined),
})
export type Filter = z.output<typeof filterSchema>
export const filterNames = ['team', 'channel', 'priority', 'tag', 'brand'] as const

/** What the API is asked for a view. */
export function queryOf(view: View, filter: Filter, me: Agent | null | undefined): QueueQuery {
  const narrowed = { limit: 50, ...filter }
  switch (view) {
    case 'mine':
      return { ...narrowed, status: 'open', assignee: 'me' }
    case 'team':
      return { ...narrowed, status: 'open', team: filter.team ?? me?.teams[0] ?? 'none' }
    case 'unassigned':
      return { ...narrowed, status: 'open', assignee: 'none' }
    case 'mentions':
      return { ...narrowed, status: 'open', channel: 'social' }
    case 'waiting':
      return { ...narrowed, status: 'waiting-customer' }
    case 'breaching':
      return { ...narrowed, status: 'open', dueWithin: soonMinutes }
    case 'all':
      return { ...narrowed, status: 'open' }
    default:
      return view satisfies never
  }
}

const soonMinutes = 60

/** Late, or due within the hour. */
export const isBreaching = ({ late, dueAt }: Pick<ConversationRow, 'late' | 'dueAt'>, now: number): boolean =>
  late || (dueAt !== undefined && Date.parse(dueAt) - now < soonMinutes * 60_000)

/** How many the API counts in a view; undefined where it keeps no such count. */
export function countOf(view: View, counts: Record<string, number>, me: Agent | null | undefined): number | undefined {
  switch (view) {
    case 'mine':
      return me ? (counts[`open assignee:${me.id}`] ?? 0) : undefined
    case 'team':
      return me?.teams[0] === undefined ? undefined : (counts[`open team:${me.teams[0]}`] ?? 0)
    case 'unassigned':
      return counts['open assignee:'] ?? 0
    case 'mentions':
      return counts['open channel:social'] ?? 0
    case 'waiting':
      return counts['waiting-customer'] ?? 0
    case 'all':
      return counts.open ?? 0
    case 'breaching':
      return undefined
    default:
      return view satisfies never
  }
}
