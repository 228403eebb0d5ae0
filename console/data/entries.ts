import type { IdentityLog, Timeline } from '../client/api.ts'

export type TimelineEntry = Timeline['items'][number]
export type ContactOf = Extract<TimelineEntry, { type: 'contact' }>
export type NoteOf = Extract<TimelineEntry, { type: 'note' }>
export type StatusOf = Extract<TimelineEntry, { type: 'status' }>

/** A decision about who this customer is, at its place on the timeline. */
export type IdentityOf = { type: 'identity'; id: string; sortAt: string; decision: IdentityLog['items'][number] }

/** What a department announced, and from when until when it holds: RFC 3339 UTC. */
export type NoticeOf = {
  type: 'notice'
  id: string
  sortAt: string
  kind: 'maintenance' | 'outage' | 'release' | 'event' | 'campaign'
  department: string
  title: string
  text?: string
  from: string
  until?: string
  url?: string
}

/** All that stands on a timeline as it is shown. */
export type ShownEntry = TimelineEntry | IdentityOf | NoticeOf

/** Where a page of a timeline begins; the newest, where nothing is said. */
export type PageStart = { cursor?: string; newer?: string; entry?: string; until?: string }

/** Pages of a timeline as they were loaded, newest first. Those farthest from what is read are let go of. */
export type TimelinePages = { pages: Timeline[]; pageParams: PageStart[] }

/** Whether nothing newer lies above what is loaded: then what happens is laid over it. */
export const isAtNewest = ({ pages }: Pick<TimelinePages, 'pages'>): boolean => pages[0]?.newer === undefined

/**
 * The newest page laid over what is loaded: what is in both is as the newest page says, what is new stands before the
 * rest. Where the newest page does not reach down to what is loaded there may be a gap: then only it is kept, and older
 * entries are loaded again as somebody scrolls to them.
 */
export function withNewest(known: TimelinePages, newest: Timeline): TimelinePages {
  const loaded = known.pages.flatMap(({ items }) => items)
  const ids = new Set(loaded.map(({ id }) => id))
  const reaches = newest.cursor === undefined || newest.items.some(({ id }) => ids.has(id))
  if (!reaches || loaded.length === 0) return { pages: [newest], pageParams: [{}] }
  const fresh = new Map(newest.items.map(entry => [entry.id, entry]))
  const oldest = newest.items.at(-1)?.sortAt ?? ''
  const pages = known.pages.map(page => ({
    ...page,
    items: page.items.flatMap(entry => {
      const now = fresh.get(entry.id)
      fresh.delete(entry.id)
      if (now !== undefined) return [now]
      return entry.sortAt > oldest ? [] : [entry]
    }),
  }))
  const [first, ...rest] = pages
  if (first === undefined) return known
  const items = [...fresh.values(), ...first.items].sort(newestFirst)
  return { ...known, pages: [{ ...first, items }, ...rest] }
}

const newestFirst = (a: TimelineEntry, b: TimelineEntry): number => compare(b.sortAt, a.sortAt) || compare(b.id, a.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
