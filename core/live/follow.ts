import type { LiveEvent } from './event.ts'
import type { ServerMessage } from './message.ts'

/**
 * What a client remembers. `position`: where to resume from after the connection broke. `resuming`: a replay was asked
 * for and has not ended, so that newer events say nothing of what came before. `seen`: ids of the newest events.
 */
export type Following = { position: string | undefined; resuming: boolean; seen: readonly string[] }

export const followingFrom = (position?: string): Following => ({ position, resuming: false, seen: [] })

/** More than are heard within the overlap of a replay. */
const mostSeen = 5000

/** A connection was made again: what to do next is to subscribe, and then to resume from the position. */
export const reconnected = (state: Following): Following => ({ ...state, resuming: state.position !== undefined })

/** What the client is to do with a message: events that are new to it, and whether it has to load everything again. */
export type Heard = { next: Following; events: LiveEvent[]; reload: boolean }

/**
 * The client's side of resuming, for the console and for tests: pure. A position never moves while a replay is under
 * way; ids that were seen are dropped.
 */
export function hear(state: Following, message: ServerMessage): Heard {
  switch (message.type) {
    case 'events':
      return hearEvents(state, message.items)
    case 'subscribed':
    case 'pong':
      return { next: advance(state, message.position), events: [], reload: false }
    case 'resumed':
      return { next: advance({ ...state, resuming: false }, message.position), events: [], reload: false }
    case 'reset':
      return { next: { position: message.position, resuming: false, seen: [] }, events: [], reload: true }
    case 'error':
      return { next: state, events: [], reload: false }
    default:
      return hearEvents(state, [message])
  }
}

function hearEvents(state: Following, events: LiveEvent[]): Heard {
  const known = new Set(state.seen)
  const fresh = events.filter(({ id }) => !known.has(id))
  const seen = [...state.seen, ...fresh.map(({ id }) => id)].slice(-mostSeen)
  const newest = fresh.reduce((latest, { id }) => (id > latest ? id : latest), '')
  return { next: advance({ ...state, seen }, newest), events: fresh, reload: false }
}

const advance = (state: Following, position: string): Following =>
  state.resuming || position <= (state.position ?? '') ? state : { ...state, position }
