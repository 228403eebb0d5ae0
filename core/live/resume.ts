import type { Connection } from './connection.ts'
import type { LiveEvent } from './event.ts'
import type { ClientMessage } from './message.ts'
import { messagesFor, outgoing } from './outgoing.ts'
import { positionAt, timeOf } from './position.ts'
import type { Reaction, ServeDeps } from './reaction.ts'
import { keptMs, overlapMs } from './retention.ts'
import { say } from './say.ts'

type Resume = Extract<ClientMessage, { type: 'resume' }>

/** A client that missed more is quicker when it loads again. */
const mostEvents = 2000

/**
 * Replays what a connection may have missed since a position, some of which it has seen: it knows by the ids. Whatever
 * is logged after the replay began comes by itself, because everybody who publishes reads the list again before that.
 */
export function resume(deps: ServeDeps, connection: Connection, { after }: Resume): Reaction {
  return { next: connection, effect: () => replay(deps, connection, after) }
}

async function replay(deps: ServeDeps, connection: Connection, after: string): Promise<void> {
  const { store, poster, nowMs } = deps
  await store.writeAudience({ token: deps.newId(), atMs: nowMs() })
  const now = nowMs()
  const position = positionAt(now)
  const from = Math.min(timeOf(after), now) - overlapMs
  const logged = from < now - keptMs ? undefined : await store.readLog(from, now + overlapMs, mostEvents)
  if (logged === undefined) return say(deps, connection.id, { type: 'reset', position })
  for (const message of messagesFor(connection, eachOnce(logged).map(outgoing))) {
    if ((await poster.post(connection.id, message)) === 'gone') return
  }
  await say(deps, connection.id, { type: 'resumed', position })
}

/** In the order of their ids, whatever the order of the log. */
function eachOnce(events: LiveEvent[]): LiveEvent[] {
  const byId = new Map(events.map(event => [event.id, event]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
