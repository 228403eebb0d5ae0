import { actorAt, type Connection, mostPlaces } from './connection.ts'
import type { ClientMessage } from './message.ts'
import { presenceSeconds } from './presence.ts'
import { type Reaction, refuse, type ServeDeps } from './reaction.ts'
import { answersCustomers } from './topic.ts'

type Come = Extract<ClientMessage, { type: 'presence' }>

/** Somebody came to a customer or conversation, or left it. The event comes of what is stored. */
export function comeOrGo(deps: ServeDeps, connection: Connection, { at: where, state }: Come): Reaction {
  if (!answersCustomers(connection)) return refuse(deps, connection, 'not-allowed')
  const others = connection.places.filter(place => place !== where)
  if (state === 'gone') {
    const effect = () => deps.store.removePresence(where, connection.id)
    return { next: { ...connection, places: others }, effect }
  }
  if (others.length >= mostPlaces) return refuse(deps, connection, 'too-many-places')
  const { groups: _groups, ...who } = actorAt(connection)
  const untilMs = deps.nowMs() + 1000 * presenceSeconds
  const presence = { v: 1, where, connectionId: connection.id, who, state, untilMs } as const
  return { next: { ...connection, places: [...others, where] }, effect: () => deps.store.putPresence(presence) }
}
