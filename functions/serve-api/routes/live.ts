import * as z from 'zod'
import { roles } from '../../../core/api/role.ts'
import { instantSchema } from '../../../core/contact/contact.ts'
import { positionAt, positionSchema } from '../../../core/live/position.ts'
import { hashTicket, ticketFor } from '../../../core/live/ticket.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'

const ticketAnswerSchema = z
  .object({
    ticket: z.string(),
    expiresAt: instantSchema,
    url: z.string().describe('the address to connect to, with the ticket in it'),
    position: positionSchema.describe('what is loaded from now on, and events after this position, leave no gap'),
  })
  .meta({ id: 'LiveTicket' })

/** The way to live events, for a browser cannot send a header with a WebSocket. */
export const liveRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'POST',
    path: '/v1/live/tickets',
    roles,
    summary: 'A ticket to connect for live events: once, within 30 seconds, as the one who asks',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: ticketAnswerSchema,
    status: 201,
    handle: async ({ actor }) => {
      const { store, newTicket, url } = deps.live
      const ticket = newTicket()
      const stored = ticketFor(actor, Date.parse(deps.now()))
      await store.putTicket(hashTicket(ticket), stored)
      await store.writeAudience({ token: deps.newId(), atMs: Date.parse(deps.now()) })
      const position = positionAt(Date.parse(deps.now()))
      const address = new URL(url)
      address.searchParams.set('ticket', ticket)
      return { ticket, expiresAt: new Date(stored.expiresAtMs).toISOString(), url: address.href, position }
    },
  }),
]
