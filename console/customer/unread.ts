import type { TimelineEntry } from '../data/entries.ts'

/** When an entry reached us, by our own clock: what a reading mark is held against. */
export const arrivalOf = (entry: TimelineEntry): string => (entry.type === 'contact' ? entry.receivedAt : entry.at)

/** What somebody did is no news to them, and changes of a conversation follow from what is. */
const isNews = (entry: TimelineEntry, me: string): boolean => {
  switch (entry.type) {
    case 'contact':
      return entry.direction === 'inbound' || entry.agent !== me
    case 'note':
      return !entry.actor.endsWith(`(${me})`)
    case 'status':
      return false
    default:
      return entry satisfies never
  }
}

/** The entries, newest first, that came after the mark; nothing is unread for who was never here. */
export const unreadOf = (entries: readonly TimelineEntry[], mark: string | undefined, me: string): TimelineEntry[] =>
  mark === undefined ? [] : entries.filter(entry => arrivalOf(entry) > mark && isNews(entry, me))

/** When the latest of the entries arrived. */
export const latestArrival = (entries: readonly TimelineEntry[]): string | undefined =>
  entries.map(arrivalOf).reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)
