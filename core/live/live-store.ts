import type { Connection } from './connection.ts'
import type { LiveEvent } from './event.ts'
import type { Presence } from './presence.ts'
import type { Ticket } from './ticket.ts'

/**
 * Whether anybody listens. `token` is another one after each subscription: whoever read the list of connections under
 * one token may use it as long as the token stands. `atMs` is when somebody last came.
 */
export type Audience = { token: string; atMs: number }

/** What live keeps. All of it ends by itself. */
export type LiveStore = {
  putTicket: (hash: string, ticket: Ticket) => Promise<void>
  /** The ticket, for the first who asks; undefined for everybody after, and for one that is too old. */
  redeemTicket: (hash: string, nowMs: number) => Promise<Ticket | undefined>
  putConnection: (connection: Connection) => Promise<void>
  readConnection: (id: string) => Promise<{ connection: Connection; version: number } | undefined>
  /** False when somebody else changed it since. */
  replaceConnection: (connection: Connection, version: number) => Promise<boolean>
  /** Removes it and its presence everywhere. */
  removeConnection: (connection: Pick<Connection, 'id' | 'places'>) => Promise<void>
  /** All that are listed; strongly consistent. */
  listConnections: () => Promise<Connection[]>
  /** Strongly consistent. */
  readAudience: () => Promise<Audience | undefined>
  writeAudience: (audience: Audience) => Promise<void>
  /** Durable when it resolves. */
  appendLog: (atMs: number, events: LiveEvent[]) => Promise<void>
  /** What was logged from that time on, strongly consistent; undefined when there are more than `most`. */
  readLog: (fromMs: number, toMs: number, most: number) => Promise<LiveEvent[] | undefined>
  putPresence: (presence: Presence) => Promise<void>
  removePresence: (where: string, connectionId: string) => Promise<void>
  readPresence: (where: string, nowMs: number) => Promise<Presence[]>
  /** The customers of streams, by stream; one that nobody knows yet is absent. */
  customersOf: (streams: string[]) => Promise<Map<string, string>>
}

/** Brings messages to connections. */
export type Poster = {
  /** `gone`: there is no such connection any more. Throws when it could not be brought there in time. */
  post: (connectionId: string, message: string) => Promise<'sent' | 'gone'>
  /** Ends a connection, if it still is one. */
  close: (connectionId: string) => Promise<void>
}
