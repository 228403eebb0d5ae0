import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** `id` is that of the conversation, reply or customer (who was merged into another); `time` tells two of one apart,
 * `into` is the customer that it was merged into. */
export const milestones = [
  'conversation.opened',
  'conversation.resolved',
  'customer.merged',
  'reply.sent',
  'reply.failed',
] as const

/**
 * What happened in the table, as small as its consumers need it: they read what it is about again. Of one item the
 * changes come at least once and in order; of several in any order.
 * - `contact`: an entry came, changed, was deleted, or left for another place.
 * - `customer`: the streams of a customer changed: a new one, a merge, an unmerge.
 * - `conversation`: anything about a conversation.
 * - `staff`: who may be given conversations changed, or the rules by which.
 * - `reply`: one waits to be sent, not before `dueAt`, or was said to be sent and is to be recorded.
 * - `event`: an entry came that tells what happened to a conversation.
 * - `outcome`: one came or was corrected, on this stream, or left it.
 * - `mentions`: counts of a panel's day came or were corrected.
 * - `milestone`: something came to be that reading again does not tell apart from what was there before.
 */
export const changeSchema = z.discriminatedUnion('type', [
  z.object({
    v: z.literal(1),
    type: z.literal('contact'),
    contactId: z.string(),
    stream: z.string(),
    sortAt: instantSchema,
  }),
  z.object({ v: z.literal(1), type: z.literal('customer'), customer: z.string() }),
  z.object({ v: z.literal(1), type: z.literal('conversation'), id: z.string() }),
  z.object({ v: z.literal(1), type: z.literal('staff'), what: z.enum(['agents', 'rules']) }),
  z.object({ v: z.literal(1), type: z.literal('outcome'), id: z.string(), stream: z.string(), at: instantSchema }),
  z.object({ v: z.literal(1), type: z.literal('mentions'), panel: z.string(), day: z.iso.date() }),
  z.object({ v: z.literal(1), type: z.literal('reply'), id: z.string(), dueAt: instantSchema }),
  z.object({
    v: z.literal(1),
    type: z.literal('event'),
    entryId: z.string(),
    stream: z.string(),
    sortAt: instantSchema,
  }),
  z.object({
    v: z.literal(1),
    type: z.literal('milestone'),
    what: z.enum(milestones),
    id: z.string(),
    time: z.string(),
    into: z.string().optional(),
  }),
])
export type Change = z.infer<typeof changeSchema>
export type Milestone = Extract<Change, { type: 'milestone' }>
export type ReplyChange = Extract<Change, { type: 'reply' }>
