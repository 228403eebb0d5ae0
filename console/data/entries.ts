import type { Timeline } from '../client/api.ts'

export type TimelineEntry = Timeline['items'][number]
export type ContactOf = Extract<TimelineEntry, { type: 'contact' }>
export type NoteOf = Extract<TimelineEntry, { type: 'note' }>
export type StatusOf = Extract<TimelineEntry, { type: 'status' }>

/** Pages of a timeline as they were loaded, newest first. */
export type TimelinePages = { pages: Timeline[]; pageParams: (string | undefined)[] }

/**
 * The newest page laid over what is loaded: what is in both is as the newest page says, what is new stands before the
 * rest. Where the newest page does not reach down to what is loaded there may be a gap: then only it is kept, and older
 * entries are loaded again as somebody scrolls to them.
 */
export function withNewest(known: TimelinePages, newest: Timeline): TimelinePages {
  const loaded = known.pages.flatMap(({ items }) => items)
  const ids = new Set(loaded.map(({ id }) => id))
  const reaches = newest.cursor === undefined || newest.items.some(({ id }) => ids.has(id))
  if (!reaches || loaded.length === 0) return { pages: [newest], pageParams: [undefined] }
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
