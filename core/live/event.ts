import * as z from 'zod'
import { channels, instantSchema, kinds } from '../contact/contact.ts'
import { rowSchema } from '../conversation/row.ts'
import { replyStatuses } from '../reply/reply.ts'
import { eventIdSchema } from './position.ts'

const head = { v: z.literal(1), id: eventIdSchema, at: instantSchema.describe('when it was stored, to the second') }

/** As much of a contact's words as a row of a list shows. */
export const titleLength = 80

/** What only those see who may see personal data: a few words and who said them. */
const row = { title: z.string().max(titleLength).optional(), name: z.string().max(titleLength).optional() }

const id = z.string().min(1).max(128)

/**
 * A contact came, was revised, was deleted, or left for another place on the timeline. `customer` is whose timeline
 * shows it; it is absent while nobody knows the customer yet. Another participant's customer hears of it without details.
 */
const contactEventSchema = z.object({
  ...head,
  ...row,
  type: z.literal('contact'),
  change: z.enum(['new', 'changed', 'deleted', 'moved']),
  contactId: id,
  customer: id.optional(),
  conversation: id.optional(),
  sortAt: instantSchema,
  channel: z.enum(channels).optional(),
  kind: z.enum(kinds).optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  visibility: z.enum(['public', 'private']).optional(),
  automatic: z.string().optional(),
  source: id.optional(),
  brand: z.string().max(128).optional(),
  department: z.string().max(128).optional(),
})

/** What a row of the queue shows, but for the stream, which names somebody. */
const rowShape = rowSchema.omit({ v: true, id: true, anchor: true }).partial().shape

/** A conversation began or changed: its row in the queue. One that was joined into another stands in no queue. */
const conversationEventSchema = z.object({
  ...head,
  ...rowShape,
  type: z.literal('conversation'),
  change: z.enum(['new', 'changed']),
  conversation: id,
  customer: id.optional(),
  joinedInto: id.optional(),
})

/** A colleague wrote an internal note or changed a status; `change` says how. `mentions` are the subjects of the people it names. */
const noteEventSchema = z.object({
  ...head,
  type: z.literal('note'),
  kind: z.enum(['note', 'status']),
  change: z.string().max(64).optional(),
  entryId: id,
  customer: id.optional(),
  conversation: id.optional(),
  mentions: z.array(z.string().max(256)).max(50),
})

/** A customer's streams changed: a new identifier, a merge (`redirect` says into whom), an unmerge. Reload it. */
const customerEventSchema = z.object({ ...head, type: z.literal('customer'), customer: id, redirect: id.optional() })

export const presenceStates = ['looking', 'typing', 'gone'] as const
export const whoSchema = z.object({ subject: z.string(), name: z.string().optional() })

/** A colleague is at a customer or conversation until `until`, unless more is heard of it. */
const presenceEventSchema = z.object({
  ...head,
  type: z.literal('presence'),
  where: id,
  who: whoSchema,
  state: z.enum(presenceStates),
  until: instantSchema.optional(),
})

/** An announcement was attached to a customer, or changed. */
const noticeEventSchema = z.object({ ...head, type: z.literal('notice'), notice: id, customer: id.optional() })

/** An answer was written, sent, failed or taken back: `by` is the subject of whoever wrote it. */
const replyEventSchema = z.object({
  ...head,
  type: z.literal('reply'),
  reply: id,
  status: z.enum(replyStatuses),
  by: z.string().max(256),
  customer: id.optional(),
  conversation: id,
})

/** What happened, as small as a console needs it to know what to show or to load. Delivered at least once: see follow.ts. */
export const liveEventSchema = z.discriminatedUnion('type', [
  contactEventSchema,
  conversationEventSchema,
  noteEventSchema,
  customerEventSchema,
  presenceEventSchema,
  noticeEventSchema,
  replyEventSchema,
])
export type LiveEvent = z.infer<typeof liveEventSchema>

/** An event before its customer is known: `stream` leads there. */
export type Happening = { event: LiveEvent; stream?: string }

/** The beginning of a text on one line. */
export function shorten(text: string): string {
  const line = text
    .slice(0, 4 * titleLength)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= titleLength ? line : `${line.slice(0, titleLength - 1)}…`
}
