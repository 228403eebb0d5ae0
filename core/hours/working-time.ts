import type { Hours } from './hours.ts'
import { openSpans } from './open-spans.ts'
import { dayMs } from './zone-day.ts'

/** How far ahead is looked for open time. Hours that the schema let through are never closed for half as long. */
const lookAheadMs = 732 * dayMs

/** Instants are RFC 3339 in UTC with milliseconds. */
const instant = (epochMs: number): string => new Date(epochMs).toISOString()

/** The open time from one instant to another, in ms; none where the second is not later. */
export function workingTimeBetween(hours: Hours, from: string, to: string): number {
  let total = 0
  for (const span of openSpans(hours, Date.parse(from), Date.parse(to))) total += span.to - span.from
  return total
}

/**
 * The first instant up to which `ms` of open time have passed since `from`: `from` itself for none, and at the latest
 * the closing of a span, not the opening of the next. Undefined where two years of the hours do not hold so much.
 */
export function addWorkingTime(hours: Hours, from: string, ms: number): string | undefined {
  if (ms <= 0) return from
  const start = Date.parse(from)
  let left = ms
  for (const span of openSpans(hours, start, start + lookAheadMs)) {
    if (left <= span.to - span.from) return instant(span.from + left)
    left -= span.to - span.from
  }
  return undefined
}

export const isOpen = (hours: Hours, at: string): boolean => nextOpening(hours, at, 1) === at

/** The first instant from `at` on that is open, `at` itself where it is. Undefined beyond two years, or `withinMs`. */
export function nextOpening(hours: Hours, at: string, withinMs = lookAheadMs): string | undefined {
  const start = Date.parse(at)
  const next = openSpans(hours, start, start + withinMs).next()
  return next.done === true ? undefined : instant(next.value.from)
}
