import type { Sent } from '../reply/sender.ts'
import { nextDue } from './occurrence.ts'
import type { Subscription } from './subscription.ts'

/** How a try ended; `left`: nothing was sent, and nobody has to look. */
export type Ended = 'sent' | 'unclear' | 'given-up' | 'skipped' | 'left'

/** A run is over by then, whatever became of it. */
const leaseMs = 15 * 60_000

/** Six tries within half a day, before the next one of a daily digest. */
const pauses = [15, 30, 60, 120, 240].map(minutes => minutes * 60_000)

/**
 * The subscription as a try begins. Where another's try is not over, undefined; where one was cut short, the one it was
 * about may have been sent: it counts as unclear, and the next is waited for.
 */
export function started(one: Subscription, now: string): Subscription | undefined {
  const { trying, retry, nextAt } = one
  if (trying !== undefined)
    return Date.parse(now) - Date.parse(trying.at) < leaseMs
      ? undefined
      : ended(one, trying.due, now, 'unclear', 'cut-short')
  const due = retry?.due ?? nextAt ?? now
  return { ...one, trying: { due, at: now, tries: (retry?.tries ?? 0) + 1 } }
}

/** What a try left behind, on whatever the subscription has become meanwhile. */
export function afterTry(known: Subscription, sent: Sent, now: string): Subscription | undefined {
  if (known.trying === undefined) return undefined
  const { due, tries } = known.trying
  switch (sent.outcome) {
    case 'sent':
      return ended(known, due, now, 'sent')
    case 'unclear':
      return ended(known, due, now, 'unclear', sent.code)
    case 'refused':
      return ended(known, due, now, 'given-up', sent.code)
    case 'later': {
      const pause = pauses[tries - 1]
      if (pause === undefined) return ended(known, due, now, 'given-up', sent.code)
      const { trying: _trying, ...rest } = known
      const nextAt = new Date(Date.parse(now) + pause).toISOString()
      return known.stoppedAt === undefined ? { ...rest, retry: { due, tries }, nextAt } : rest
    }
    default:
      return sent satisfies never
  }
}

/** Nobody to send it to: whoever left, or has no address. */
export const skipped = (known: Subscription, due: string, now: string): Subscription =>
  ended(known, due, now, 'skipped', 'no-address')

function ended(
  known: Subscription,
  due: string,
  now: string,
  outcome: 'sent' | 'unclear' | 'given-up' | 'skipped',
  why?: string,
): Subscription {
  const { trying: _trying, retry: _retry, nextAt: _nextAt, ...rest } = known
  return {
    ...rest,
    ...(known.stoppedAt === undefined && { nextAt: nextDue(known, now, due) }),
    last: { due, at: now, outcome, ...(why !== undefined && { why: why.slice(0, 64) }) },
  }
}
