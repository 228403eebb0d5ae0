import { actorName } from '../api/role.ts'
import { actorAt, type Connection } from './connection.ts'
import type { ClientMessage } from './message.ts'
import { positionAt } from './position.ts'
import type { Presence } from './presence.ts'
import type { Reaction, ServeDeps } from './reaction.ts'
import { say } from './say.ts'
import { answersCustomers, customerOfTopic, mayHear } from './topic.ts'

type Subscribe = Extract<ClientMessage, { type: 'subscribe' }>

/** Places whose present colleagues a subscription is told of. */
const mostPlacesShown = 20

/**
 * Replaces what a connection listens to. Following a customer is reading it, and audited before anything is heard. The
 * position in the answer is taken when the connection is on the list for good: what is loaded after it has all that was
 * before it.
 */
export function subscribe(deps: ServeDeps, connection: Connection, { topics, bundle }: Subscribe): Reaction {
  const actor = actorAt(connection)
  const heard = topics.filter(topic => mayHear(actor, topic))
  const refused = topics.filter(topic => !mayHear(actor, topic))
  const next: Connection = { ...connection, topics: heard, bundle, listed: true }
  return {
    next,
    before: () => audit(deps, next, connection.topics),
    effect: async () => {
      await deps.store.writeAudience({ token: deps.newId(), atMs: deps.nowMs() })
      const position = positionAt(deps.nowMs())
      const presence = answersCustomers(connection) ? await whoIsThere(deps, heard) : []
      await say(deps, connection.id, { type: 'subscribed', topics: heard, refused, position, presence })
    },
  }
}

async function audit(deps: ServeDeps, connection: Connection, known: string[]): Promise<void> {
  const at = new Date(deps.nowMs()).toISOString()
  const customers = connection.topics
    .filter(topic => !known.includes(topic))
    .flatMap(topic => customerOfTopic(topic) ?? [])
  if (customers.length === 0) return
  const record = { v: 1, at, actor: actorName(actorAt(connection)), action: 'live.read' } as const
  await deps.audit.send(customers.map(customer => ({ ...record, id: deps.newId(), customer })))
}

async function whoIsThere({ store, nowMs }: ServeDeps, topics: string[]) {
  const places = topics.filter(topic => topic.includes(':')).map(topic => topic.slice(topic.indexOf(':') + 1))
  const now = nowMs()
  const found = await Promise.all(places.slice(0, mostPlacesShown).map(where => store.readPresence(where, now)))
  return found.flat().map(shown)
}

const shown = ({ where, who, state, untilMs }: Presence) => ({
  where,
  who,
  state,
  until: new Date(untilMs).toISOString(),
})
