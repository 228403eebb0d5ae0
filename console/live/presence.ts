import type { LiveEvent } from '../../core/live/event.ts'
import type { ServerMessage } from '../../core/live/message.ts'

/** A colleague at a customer or conversation. */
export type Presence = {
  where: string
  who: { subject: string; name?: string | undefined }
  state: 'looking' | 'typing'
}
export type Presences = readonly Presence[]

/** Who is where after a message; the same list when nobody moved. */
export function present(known: Presences, message: ServerMessage, events: readonly LiveEvent[]): Presences {
  if (message.type === 'subscribed') return message.presence.flatMap(one => (isThere(one) ? [one] : []))
  const moved = events.flatMap(event => (event.type === 'presence' ? [event] : []))
  if (moved.length === 0) return known
  const stay = known.filter(
    one => !moved.some(({ where, who }) => where === one.where && who.subject === one.who.subject),
  )
  const latest = new Map(moved.map(one => [`${one.where} ${one.who.subject}`, one]))
  return [...stay, ...[...latest.values()].flatMap(one => (isThere(one) ? [one] : []))]
}

const isThere = <One extends { state: string }>(one: One): one is One & { state: 'looking' | 'typing' } =>
  one.state === 'looking' || one.state === 'typing'
