import { comeOrGo } from './come-or-go.ts'
import { type Connection, newConnection, spend } from './connection.ts'
import { type ClientMessage, type ErrorCode, errorMessage, readMessage } from './message.ts'
import { positionAt } from './position.ts'
import { type Reaction, refuse, type ServeDeps } from './reaction.ts'
import { resume } from './resume.ts'
import { say } from './say.ts'
import { subscribe } from './subscribe.ts'
import { hashTicket, readTicket } from './ticket.ts'

/** Lets in whoever has a ticket that nobody used before. The answer is the status of the handshake. */
export async function connect({ store, nowMs }: ServeDeps, id: string, written: string): Promise<200 | 401> {
  const ticket = readTicket(written)
  const redeemed = ticket === undefined ? undefined : await store.redeemTicket(hashTicket(ticket), nowMs())
  if (redeemed === undefined) return 401
  await store.putConnection(newConnection(id, redeemed, nowMs()))
  return 200
}

export async function disconnect({ store }: ServeDeps, id: string): Promise<void> {
  const found = await store.readConnection(id)
  if (found) await store.removeConnection(found.connection)
}

/** A client that says much at once meets itself. */
const maxRaces = 5

/**
 * Does what a message asks for, or says what is wrong with it. A connection that is not known any more is closed: its
 * client connects again and resumes; so is one whose request failed half way.
 */
export async function receive(deps: ServeDeps, id: string, body: string): Promise<void> {
  const message = readMessage(body)
  for (let race = 0; race < maxRaces; race++) {
    const found = await deps.store.readConnection(id)
    if (found === undefined) return deps.poster.close(id)
    const spent = spend(found.connection, deps.nowMs())
    if (spent === undefined) return say(deps, id, errorMessage('too-fast'))
    const { next, before, effect } = react(deps, spent, message)
    await before?.()
    if (await deps.store.replaceConnection(next, found.version)) return effect()
  }
  await say(deps, id, errorMessage('try-again'))
}

function react(deps: ServeDeps, connection: Connection, message: ClientMessage | ErrorCode): Reaction {
  if (typeof message === 'string') return refuse(deps, connection, message)
  switch (message.type) {
    case 'subscribe':
      return subscribe(deps, connection, message)
    case 'resume':
      return connection.listed ? resume(deps, connection, message) : refuse(deps, connection, 'subscribe-first')
    case 'presence':
      return comeOrGo(deps, connection, message)
    case 'ping': {
      const pong = { type: 'pong', position: positionAt(deps.nowMs()) } as const
      return { next: connection, effect: () => say(deps, connection.id, pong) }
    }
    default:
      return message satisfies never
  }
}
