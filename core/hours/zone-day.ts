import { zoneOffset } from './zone-offset.ts'

/** A part of time in which clocks of a zone are not changed: epoch milliseconds, the second not included. */
export type Stretch = { from: number; to: number; offset: number }

export const dayMs = 86_400_000

/** More days of a zone than a function that lives for months will ask for. */
const mostDays = 20_000

const zones = new Map<string, Map<number, Stretch[]>>()

/**
 * A day of UTC, counted from 1970, in the stretches between which the zone's clocks change: one, or two on a day with
 * a change. No zone has changed its clocks twice within a day since 1970. An unknown zone counts as UTC.
 */
export function stretchesOf(day: number, timeZone: string): Stretch[] {
  const days = zones.get(timeZone) ?? new Map<number, Stretch[]>()
  if (days.size > mostDays) days.clear()
  zones.set(timeZone, days)
  const known = days.get(day) ?? readStretches(day * dayMs, timeZone)
  days.set(day, known)
  return known
}

function readStretches(from: number, timeZone: string): Stretch[] {
  const to = from + dayMs
  const [before, after] = [offsetAt(from, timeZone), offsetAt(to, timeZone)]
  if (before === after) return [{ from, to, offset: before }]
  const change = changeWithin(from, to, at => offsetAt(at, timeZone) === before)
  return [
    { from, to: change, offset: before },
    { from: change, to, offset: after },
  ].filter(stretch => stretch.from < stretch.to)
}

/** The first instant after `from`, to the second, at which it is no longer as before. Clocks change at whole seconds. */
function changeWithin(from: number, to: number, asBefore: (at: number) => boolean): number {
  let [low, high] = [from / 1000, to / 1000]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (asBefore(middle * 1000)) low = middle
    else high = middle
  }
  return high * 1000
}

const offsetAt = (at: number, timeZone: string): number => zoneOffset(at, timeZone) ?? 0
