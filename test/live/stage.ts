import { liveStore } from '../../adapters/dynamodb/live-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { AuditRecord } from '../../core/audit/audit.ts'
import { type Happening, type LiveEvent, liveEventSchema } from '../../core/live/event.ts'
import type { LiveStore, Poster } from '../../core/live/live-store.ts'
import { type ServerMessage, serverMessageSchema } from '../../core/live/message.ts'
import { eventId } from '../../core/live/position.ts'
import { publisher } from '../../core/live/publish.ts'
import type { ServeDeps } from '../../core/live/reaction.ts'
import { connect, disconnect, receive } from '../../core/live/serve.ts'
import { hashTicket, ticketFor } from '../../core/live/ticket.ts'

export const start = Date.parse('2026-04-01T12:00:00.000Z')

/** A connection as a test sees it. `deaf`: it is broken, and nobody has noticed; `broken`: posting to it fails;
 * `hiccup`: once. */
export type Line = { heard: ServerMessage[]; state: 'open' | 'deaf' | 'broken' | 'hiccup' | 'gone' }

/** Live on a table in memory, with a clock that stands still and connections that do as they are told. */
export function makeStage(wrap: (store: LiveStore) => LiveStore = store => store) {
  const clock = { ms: start }
  const table = memoryTable()
  const store = wrap(liveStore(table))
  const lines = new Map<string, Line>()
  const audited: AuditRecord[] = []
  let made = 0

  const poster: Poster = {
    post: async (id, message) => {
      const line = lines.get(id)
      if (line === undefined || line.state === 'gone') return 'gone'
      if (line.state === 'hiccup') {
        line.state = 'open'
        throw new Error('it did not take this message')
      }
      if (line.state === 'broken') throw new Error('it does not take messages')
      if (line.state === 'open') line.heard.push(serverMessageSchema.parse(JSON.parse(message)))
      return 'sent'
    },
    close: async id => {
      const line = lines.get(id)
      if (line) line.state = 'gone'
    },
  }
  const nowMs = () => clock.ms
  const audit = { send: async (records: AuditRecord[]) => void audited.push(...records) }
  const deps: ServeDeps = { store, poster, audit, nowMs, newId: () => `id${++made}` }
  const newPublisher = () => publisher({ store, poster, nowMs, pause: async () => undefined })

  const ticket = async (groups: readonly string[], subject = 'anna'): Promise<string> => {
    const written = `${++made}`.padStart(43, 't')
    await store.putTicket(hashTicket(written), ticketFor({ subject, name: 'Anna', groups }, clock.ms))
    await store.writeAudience({ token: `id${++made}`, atMs: clock.ms })
    return written
  }

  /** A connection that is open and has said nothing yet. */
  const open = async (groups: readonly string[] = ['agent'], subject = 'anna') => {
    const id = `line${++made}=`
    const line: Line = { heard: [], state: 'open' }
    lines.set(id, line)
    const status = await connect(deps, id, await ticket(groups, subject))
    return { id, line, status, say: (message: object) => receive(deps, id, JSON.stringify(message)) }
  }

  const hangUp = async (id: string) => {
    const line = lines.get(id)
    if (line) line.state = 'gone'
    await disconnect(deps, id)
  }

  return { clock, table, store, poster, deps, lines, audited, ticket, open, hangUp, newPublisher }
}

/** The nth change of a test, as an event about a customer, or a note that only those hear who answer customers. */
export function happening(
  n: number,
  createdMs: number,
  type: 'contact' | 'note' = 'contact',
  more: object = {},
): Happening {
  const createdAt = 1000 * Math.floor(createdMs / 1000)
  const at = new Date(createdAt).toISOString()
  const id = eventId({ createdMs: createdAt, sequence: `${n + 1}`, key: `item ${n}` })
  const kinds = {
    contact: { change: 'new', contactId: `contact${n}`, sortAt: at, direction: 'inbound' },
    note: { kind: 'note', entryId: `entry${n}`, mentions: [] },
  }
  return { event: liveEventSchema.parse({ v: 1, id, at, type, customer: 'cus_alice', ...kinds[type], ...more }) }
}

/** The events among what was heard, bundles opened. */
export const eventsIn = (heard: ServerMessage[]): LiveEvent[] =>
  heard.flatMap(message => {
    switch (message.type) {
      case 'events':
        return message.items
      case 'subscribed':
      case 'resumed':
      case 'reset':
      case 'pong':
      case 'error':
        return []
      default:
        return [message]
    }
  })
