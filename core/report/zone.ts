import { dayMs, stretchesOf } from '../hours/zone-day.ts'

/** The day (`2026-03-02`) that it is in a zone at an instant. */
export function dayOf(at: string, zone: string): string {
  if (zone === 'Etc/UTC' || zone === 'UTC') return at.slice(0, 10)
  const ms = Date.parse(at)
  const stretch = stretchesOf(Math.floor(ms / dayMs), zone).find(({ from, to }) => from <= ms && ms < to)
  return new Date(ms + (stretch?.offset ?? 0)).toISOString().slice(0, 10)
}

/** The hour of UTC of an instant. */
export const hourOf = (at: string): string => at.slice(0, 13)

/** The day so many days later, or earlier. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** The instant so many days later, or earlier. */
export const instantLater = (at: string, days: number): string => new Date(Date.parse(at) + days * dayMs).toISOString()

/** Every instant of these days, in whatever zone, lies between these two. */
export const instantsOf = ({ from, to }: { from: string; to: string }): { from: string; to: string } => ({
  from: `${daysLater(from, -1)}T00:00:00.000Z`,
  to: `${daysLater(to, 1)}T23:59:59.999Z`,
})
