import * as z from 'zod'
import type { Actor } from '../api/role.ts'
import type { Ticket } from './ticket.ts'

/** Places in which one connection may be present at once. */
export const mostPlaces = 5

/**
 * A client that is connected. It hears of events once it is `listed`: API Gateway answers 410 for a connection that is
 * still being made, so that nobody may post to it before its first message
 * (https://github.com/aws/aws-sdk-js/issues/3773).
 */
export const connectionSchema = z.object({
  v: z.literal(1),
  id: z.string().min(1).max(128),
  subject: z.string(),
  name: z.string().optional(),
  groups: z.array(z.string()),
  topics: z.array(z.string()),
  bundle: z.boolean(),
  listed: z.boolean(),
  places: z.array(z.string()),
  connectedAtMs: z.int(),
  /** Messages that it may still send, as of `allowanceAtMs`. */
  allowance: z.number(),
  allowanceAtMs: z.int(),
})
export type Connection = z.infer<typeof connectionSchema>

export const newConnection = (id: string, { subject, name, groups }: Ticket, nowMs: number): Connection => ({
  v: 1,
  id,
  subject,
  ...(name !== undefined && { name }),
  groups: [...groups],
  topics: [],
  bundle: false,
  listed: false,
  places: [],
  connectedAtMs: nowMs,
  allowance: mostAtOnce,
  allowanceAtMs: nowMs,
})

/** Who is at the other end. */
export const actorAt = ({ subject, name, groups }: Connection): Actor => ({
  subject,
  ...(name !== undefined && { name }),
  groups,
})

/** A client may send so many messages at once, and so many a second in the long run. */
const mostAtOnce = 20
const perSecond = 2

/** The connection with one message less to send; undefined when it has sent too many. */
export function spend(connection: Connection, nowMs: number): Connection | undefined {
  const elapsed = Math.max(0, nowMs - connection.allowanceAtMs) / 1000
  const allowance = Math.min(mostAtOnce, connection.allowance + perSecond * elapsed)
  return allowance < 1 ? undefined : { ...connection, allowance: allowance - 1, allowanceAtMs: nowMs }
}
