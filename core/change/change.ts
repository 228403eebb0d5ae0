import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/**
 * What happened in the table, as small as its consumers need it: they read what it is about again. Of one item the
 * changes come at least once and in order; of several in any order.
 * - `contact`: an entry came, changed, was deleted, or left for another place.
 * - `customer`: the streams of a customer changed: a new one, a merge, an unmerge.
 * - `conversation`: anything about a conversation.
 * - `reply`: one waits to be sent, not before `dueAt`, or was said to be sent and is to be recorded.
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
  z.object({ v: z.literal(1), type: z.literal('reply'), id: z.string(), dueAt: instantSchema }),
])
export type Change = z.infer<typeof changeSchema>
export type ReplyChange = Extract<Change, { type: 'reply' }>
