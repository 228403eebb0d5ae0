import * as z from 'zod'
import { prioritySchema } from '../clock/policy.ts'
import { channels, instantSchema } from '../contact/contact.ts'
import { type Conversation, conversationStatusSchema, needsSchema } from './conversation.ts'
import { dueAt, dueFor, dueFors } from './due.ts'

/**
 * A conversation as a queue lists it. An index may lag: whoever acts on a row reads the conversation again first.
 * `waitingSince` is since when the customer waits for us.
 */
export const rowSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  anchor: z.string(),
  title: z.string(),
  name: z.string().optional(),
  brand: z.string(),
  department: z.string(),
  status: conversationStatusSchema,
  priority: prioritySchema,
  tags: z.array(z.string()),
  team: z.string().optional(),
  assignee: z.string().optional(),
  language: z.string().optional(),
  channel: z.enum(channels),
  channels: z.array(z.enum(channels)),
  contacts: z.int(),
  openedAt: instantSchema,
  lastAt: instantSchema,
  waitingSince: instantSchema.optional(),
  dueAt: instantSchema.optional(),
  dueFor: z.enum(dueFors).optional(),
  urgentSince: instantSchema.optional(),
  late: z.boolean(),
  reason: z.string().optional(),
  repeats: z.int(),
  /** It waits for somebody who has this. */
  needs: needsSchema.optional(),
})
export type Row = z.infer<typeof rowSchema>

/** How a conversation stands in queues; undefined where it stands in none, because it was joined into another. */
export function rowOf(conversation: Conversation): Row | undefined {
  if (conversation.joinedInto !== undefined) return undefined
  const { id, anchor, title, brand, department, status, priority, tags, channel, channels: used } = conversation
  const { name, contacts, openedAt, lastAt, repeats, team, assignee, language, reason, unanswered, clocks } =
    conversation
  const due = dueAt(conversation)
  const what = dueFor(conversation)
  const urgent = due === undefined ? undefined : conversation.urgentSince
  const stand = clocks?.stand
  const late = [stand?.firstResponse, stand?.nextResponse, stand?.resolution].some(
    clock => clock?.breachedAt !== undefined && clock.metAt === undefined,
  )
  return {
    ...{ v: 1, id, anchor, title, brand, department, status, priority, tags, channel, channels: used },
    ...{ contacts, openedAt, lastAt, late, repeats },
    ...(name !== undefined && { name }),
    ...(team !== undefined && { team }),
    ...(assignee !== undefined && { assignee }),
    ...(language !== undefined && { language }),
    ...(reason !== undefined && { reason }),
    ...(unanswered[0] && { waitingSince: unanswered[0].at }),
    ...(due !== undefined && { dueAt: due }),
    ...(what !== undefined && { dueFor: what }),
    ...(urgent !== undefined && { urgentSince: urgent }),
    ...(assignee === undefined && conversation.assignedBy?.needs && { needs: conversation.assignedBy.needs }),
  }
}
