import { useState } from 'react'
import type { Reply } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'

type Seen = { at: string | undefined; writing: boolean }

/** When the newest of what is on the screen was there: RFC 3339. */
export function newestOf(entries: readonly TimelineEntry[], replies: readonly Reply[]): string | undefined {
  const times = [
    ...entries.flatMap(entry => (entry.type === 'contact' ? [entry.sortAt, entry.receivedAt] : [entry.sortAt])),
    ...replies.map(({ createdAt }) => createdAt),
  ]
  return times.reduce<string | undefined>(
    (latest, at) => (latest === undefined || at > latest ? at : latest),
    undefined,
  )
}

/**
 * Up to when its writer had seen what happened: while nothing is written, up to now; from the first letter on, what
 * comes later is news until they look.
 */
export function useSeen(
  newest: string | undefined,
  writing: boolean,
): { seen: string | undefined; isNews: (at: string) => boolean; look: () => void } {
  const [held, setHeld] = useState<Seen>({ at: newest, writing })
  const follows = !writing || held.at === undefined || !held.writing
  if (follows && (held.at !== newest || held.writing !== writing)) setHeld({ at: newest, writing })
  const seen = follows ? newest : held.at
  return {
    seen,
    isNews: at => seen !== undefined && at > seen,
    look: () => setHeld({ at: newest, writing }),
  }
}
