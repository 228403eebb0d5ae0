import * as z from 'zod'
import { customersOfStreams } from '../../core/identity/customers-of-streams.ts'
import { type Connection, connectionSchema } from '../../core/live/connection.ts'
import type { LiveStore } from '../../core/live/live-store.ts'
import { type Presence, presenceSchema } from '../../core/live/presence.ts'
import { connectedMs } from '../../core/live/retention.ts'
import { type Ticket, ticketSchema } from '../../core/live/ticket.ts'
import { readPointer } from './identity-items.ts'
import { identityKeys, liveKeys } from './keys.ts'
import { appendLog, readLog } from './live-log.ts'
import type { Item, Table } from './table.ts'

/** Connections lie in so many partitions, by their ids. */
const shards = 4

/** In one partition; those above hear nothing. Two hours of connections at 5 a second in all. */
const mostInShard = 10_000

const versionSchema = z.object({ version: z.int() })
const audienceSchema = z.object({ token: z.string(), atMs: z.int() })

/** All of live, on the one table. */
export function liveStore(table: Table): LiveStore {
  return {
    putTicket: async (hash, ticket) => {
      await table.put(ticketItem(hash, ticket, 1))
    },
    redeemTicket: (hash, nowMs) => redeem(table, hash, nowMs),
    putConnection: async connection => {
      await table.put(connectionItem(connection, 1))
    },
    readConnection: async id => {
      const item = await table.get(connectionKey(id), true)
      return item && { connection: connectionSchema.parse(item), ...versionSchema.parse(item) }
    },
    replaceConnection: async (connection, version) =>
      (await table.put(connectionItem(connection, version + 1), { version })).written,
    removeConnection: async ({ id, places }) => {
      await Promise.all([connectionKey(id), ...places.map(where => liveKeys.presence(where, id))].map(table.remove))
    },
    listConnections: () => listConnections(table),
    readAudience: async () => {
      const item = await table.get(liveKeys.audience, true)
      return item && audienceSchema.parse(item)
    },
    writeAudience: async audience => {
      await table.put({ ...liveKeys.audience, ...audience })
    },
    appendLog: (atMs, events) => appendLog(table, atMs, events),
    readLog: (fromMs, toMs, most) => readLog(table, fromMs, toMs, most),
    putPresence: async presence => {
      await table.put(presenceItem(presence))
    },
    removePresence: (where, connectionId) => table.remove(liveKeys.presence(where, connectionId)),
    readPresence: async (where, nowMs) => {
      const items = await table.query({ pk: liveKeys.present(where), limit: mostPresent })
      return items.map(item => presenceSchema.parse(item)).filter(({ untilMs }) => untilMs > nowMs)
    },
    customersOf: streams =>
      customersOfStreams(
        async wanted => (await table.batchGet(wanted.map(identityKeys.pointer))).map(readPointer),
        streams,
      ),
  }
}

/** Colleagues in one place that a newcomer is told of. */
const mostPresent = 50

const seconds = (ms: number): number => Math.ceil(ms / 1000)

const ticketItem = (hash: string, ticket: Ticket, version: number): Item => ({
  ...liveKeys.ticket(hash),
  ...ticket,
  version,
  expiresAt: seconds(ticket.expiresAtMs),
})

/** Of all who present a ticket, the condition on the version lets one through. */
async function redeem(table: Table, hash: string, nowMs: number): Promise<Ticket | undefined> {
  const item = await table.get(liveKeys.ticket(hash), true)
  const ticket = item && ticketSchema.parse(item)
  if (ticket === undefined || ticket.expiresAtMs <= nowMs) return undefined
  const { written } = await table.put(ticketItem(hash, ticket, 2), { version: 1 })
  return written ? ticket : undefined
}

const connectionKey = (id: string) => liveKeys.connection(shardOf(id), id)

/** The sum of the character codes: ids are random, and a client cannot choose its own. */
function shardOf(id: string): number {
  let sum = 0
  for (let at = 0; at < id.length; at++) sum += id.charCodeAt(at)
  return sum % shards
}

/** The time to live is that of the longest connection, and ten minutes for what follows its end. */
const connectionItem = (connection: Connection, version: number): Item => ({
  ...connectionKey(connection.id),
  ...connection,
  version,
  expiresAt: seconds(connection.connectedAtMs + connectedMs + 600_000),
})

async function listConnections(table: Table): Promise<Connection[]> {
  const pages = await Promise.all(
    Array.from({ length: shards }, (_, shard) =>
      table.query({ pk: liveKeys.connections(shard), limit: mostInShard, consistent: true }),
    ),
  )
  return pages.flat().flatMap(item => {
    const connection = connectionSchema.parse(item)
    return connection.listed ? [connection] : []
  })
}

const presenceItem = (presence: Presence): Item => ({
  ...liveKeys.presence(presence.where, presence.connectionId),
  ...presence,
  expiresAt: seconds(presence.untilMs),
})
