import { atOnce } from './at-once.ts'
import type { Connection } from './connection.ts'
import type { Happening, LiveEvent } from './event.ts'
import type { LiveStore, Poster } from './live-store.ts'
import { messagesFor, type Outgoing, outgoing } from './outgoing.ts'
import { awakeMs, postingMs } from './retention.ts'

export type PublishDeps = {
  store: LiveStore
  poster: Poster
  nowMs: () => number
  pause: (ms: number) => Promise<void>
}

/** What became of a batch. `gone` and `broken` connections were removed; `asleep`: nobody could hear of it. */
export type Published = { asleep: boolean; events: number; messages: number; gone: number; broken: number }

/** Posts at once. */
const width = 32

/**
 * Publishes what happened: to the log, then to everybody who listens. Every event that a listener does not get is in
 * the log before the listener could have subscribed or resumed; a listener that could not be reached is disconnected,
 * so that it comes back and resumes: docs/decisions/0065-live-without-loss.md. Throws when the log could not be
 * written; never because of a connection.
 */
export function publisher(deps: PublishDeps): (happenings: Happening[]) => Promise<Published> {
  const audience = listeners(deps)
  return async happenings => {
    const began = deps.nowMs()
    const done: Published = { asleep: false, events: 0, messages: 0, gone: 0, broken: 0 }
    if (happenings.length === 0) return done
    if (!(await audience.awake())) return { ...done, asleep: true }
    const events = await withCustomers(deps, happenings)
    await deps.store.appendLog(deps.nowMs(), events)
    const prepared = events.map(outgoing)
    const lost: Connection[] = []
    await atOnce(width, await audience.list(), async connection => {
      const outcome = await reach(deps, connection, prepared, began + postingMs)
      done.messages += outcome.messages
      if (outcome.ended === undefined) return
      done[outcome.ended]++
      lost.push(connection)
      await letGo(deps, connection, outcome.ended)
    })
    audience.forget(lost)
    return { ...done, events: events.length }
  }
}

/** The list of connections, read again only after somebody subscribed: see `Audience`. */
function listeners({ store, nowMs }: PublishDeps) {
  let known: { token: string; connections: Connection[] } | undefined
  let awakeUntil = 0
  const read = async () => {
    const audience = await store.readAudience()
    if (audience) awakeUntil = audience.atMs + awakeMs
    return audience
  }
  return {
    awake: async (): Promise<boolean> => {
      if (nowMs() >= awakeUntil) await read()
      return nowMs() < awakeUntil
    },
    list: async (): Promise<Connection[]> => {
      const token = (await read())?.token ?? ''
      if (known?.token !== token) known = { token, connections: await store.listConnections() }
      return known.connections
    },
    forget: (lost: Connection[]): void => {
      if (known) known = { ...known, connections: known.connections.filter(one => !lost.includes(one)) }
    },
  }
}

type Reached = { messages: number; ended?: 'gone' | 'broken' }

/** One message after the other, so that they arrive in order. */
async function reach(deps: PublishDeps, connection: Connection, events: Outgoing[], until: number): Promise<Reached> {
  let messages = 0
  for (const message of messagesFor(connection, events)) {
    if (deps.nowMs() > until) return { messages, ended: 'broken' }
    const outcome = await deps.poster.post(connection.id, message).catch((): 'broken' => 'broken')
    if (outcome !== 'sent') return { messages, ended: outcome }
    messages++
  }
  return { messages }
}

/** What cannot be closed now is closed when it says something: it is not among the connections any more. */
async function letGo({ store, poster }: PublishDeps, connection: Connection, ended: 'gone' | 'broken'): Promise<void> {
  await store.removeConnection(connection)
  if (ended === 'broken') await poster.close(connection.id).catch((): undefined => undefined)
}

/** How long a contact waits for the customer that its stream leads to: both are written side by side. */
const identityMs = 60

async function withCustomers({ store, pause }: PublishDeps, happenings: Happening[]): Promise<LiveEvent[]> {
  const streams = [...new Set(happenings.flatMap(({ stream }) => stream ?? []))]
  const customers = await store.customersOf(streams)
  const missing = streams.filter(stream => !customers.has(stream))
  if (missing.length > 0) {
    await pause(identityMs)
    for (const [stream, customer] of await store.customersOf(missing)) customers.set(stream, customer)
  }
  return happenings.map(({ event, stream }) => {
    const customer = stream === undefined ? undefined : customers.get(stream)
    return customer === undefined ? event : { ...event, customer }
  })
}
