import { type Channel, channelIn } from '../data/follow-events.ts'

/** What an address says of a timeline: which channel, and where on it. */
export type Place = { channel?: string | undefined; entry?: string | undefined; at?: string | undefined }

/** Where on a timeline somebody wants to be. `until`: at the newest of this moment or before it, RFC 3339 UTC. */
export type Target = { to: 'entry'; entry: string } | { to: 'unread' } | { to: 'time'; until: string }

/** The address of a place on the timeline that stands at `here`. */
export function hrefOf(here: string, { channel, entry, at }: Place): string {
  const query = new URLSearchParams()
  if (channel !== undefined && channelIn(channel)) query.set('channel', channel)
  if (entry !== undefined) query.set('entry', entry)
  if (at !== undefined) query.set('at', at)
  return query.size === 0 ? here : `${here}?${query}`
}

export const channelOf = ({ channel }: Place): Channel | undefined => channelIn(channel ?? '')

/** What an address asks for; undefined where it names no place, or none that there can be. */
export function targetOf({ entry, at }: Place, timeZone: string | undefined): Target | undefined {
  if (entry !== undefined) return { to: 'entry', entry }
  if (at === 'unread') return { to: 'unread' }
  const until = at === undefined ? undefined : momentOf(at, timeZone)
  return until === undefined ? undefined : { to: 'time', until }
}

/** A moment as it is; of a day its last one, where the reader is. */
function momentOf(at: string, timeZone: string | undefined): string | undefined {
  if (/^\d{4}-\d\d-\d\dT/.test(at) && !Number.isNaN(Date.parse(at))) return new Date(at).toISOString()
  const day = /^\d{4}-\d\d-\d\d$/.test(at) ? Date.parse(`${at}T23:59:59.999Z`) : Number.NaN
  return Number.isNaN(day) ? undefined : new Date(day - offsetAt(day, timeZone)).toISOString()
}

/** How far a zone is before UTC at about this moment, in milliseconds. */
function offsetAt(time: number, timeZone: string | undefined): number {
  const zone = timeZone === undefined ? {} : { timeZone }
  const format = new Intl.DateTimeFormat('en-US', { ...zone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
