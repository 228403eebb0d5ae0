import * as z from 'zod'
import { clockStandSchema } from '../clock/clock.ts'
import { prioritySchema } from '../clock/policy.ts'
import { channels, instantSchema } from '../contact/contact.ts'
import { type Conversation, conversationSchema, conversationStatusSchema } from '../conversation/conversation.ts'
import { dueAt } from '../conversation/due.ts'
import { mostMoved } from '../conversation/move-contacts.ts'
import { networkOf, networks } from '../conversation/network.ts'
import { type Row, rowSchema } from '../conversation/row.ts'
import { masked } from './identifier.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'
import { timelineSchema } from './timeline.ts'

const idSchema = z.string().regex(/^[0-9a-f]{32}$/, 'is no id of a conversation')
const slug = z.string().min(1).max(128)
const reason = z.string().min(1).max(1000).optional()

export const conversationParams = z.object({ id: idSchema })

export const queueQuerySchema = z.strictObject({
  status: conversationStatusSchema.default('open'),
  assignee: slug.optional().describe('an agent’s id; me; none'),
  team: slug.optional().describe('a team’s id; none'),
  channel: z.enum(channels).optional(),
  tag: slug.optional(),
  priority: prioritySchema.optional(),
  brand: slug.optional(),
  network: z.enum(networks).optional().describe('where a matter on channel social began'),
  said: z.enum(channels).optional().describe('where something was said in it; channel is where it was said last'),
  dueWithin: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_080)
    .optional()
    .describe('minutes: only what is late or due within them; 0 is what is late or cannot wait'),
  limit: limitSchema,
  cursor: cursorTextSchema.optional(),
})

export const rowPositionSchema = z.strictObject({
  place: z.string().regex(/^[\x21-\x7e]{1,80}$/),
  id: idSchema,
})

export const shownRowSchema = rowSchema
  .omit({ v: true, anchor: true })
  .extend({
    network: z.enum(networks).optional().describe('where it began, if on a network'),
    customer: z.string().optional().describe('whose matter it is; absent while nobody decided'),
  })
  .meta({ id: 'ConversationRow' })
export type ShownRow = z.infer<typeof shownRowSchema>
export const queueSchema = pageSchema(shownRowSchema).meta({ id: 'Queue' })

/** A row for who may, or may not, see personal data: titles and names are the customer's own words, reasons may hold a number. */
export function showRow({ v: _v, anchor, ...kept }: Row, seesPersonalData: boolean, customer?: string): ShownRow {
  const network = networkOf({ anchor })
  const row = { ...kept, ...(network && { network }), ...(customer !== undefined && { customer }) }
  if (seesPersonalData) return row
  const { name: _name, reason: _reason, ...rest } = row
  return { ...rest, title: masked }
}

export const countsSchema = z.object({ counts: z.record(z.string(), z.int()) }).meta({ id: 'ConversationCounts' })

/** A hand-over; reading one conversation also tells the note and what was known then. */
const handoverSchema = conversationSchema.shape.handover.unwrap().extend({
  note: z.string().optional(),
  lines: z.array(z.object({ text: z.string(), entryIds: z.array(z.string()) })).optional(),
})

export const shownConversationSchema = conversationSchema
  .omit({ v: true, anchor: true, clocks: true })
  .extend({
    customer: z.string().optional().describe('whose matter it is'),
    clocks: clockStandSchema.optional(),
    dueAt: instantSchema.optional(),
    handover: handoverSchema.optional().describe('the last one, until it is settled'),
  })
  .meta({ id: 'Conversation' })
export type ShownConversation = z.infer<typeof shownConversationSchema>

/** A conversation with its newest contacts, notes and changes, newest first; `cursor` leads to older ones. */
export const conversationPageSchema = z
  .object({
    conversation: shownConversationSchema,
    entries: timelineSchema.shape.items,
    cursor: z.string().optional(),
  })
  .meta({ id: 'ConversationPage' })

export const conversationQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })

export function showConversation(conversation: Conversation, customer: string | undefined): ShownConversation {
  const { v: _v, anchor: _anchor, clocks, ...rest } = conversation
  const due = dueAt(conversation)
  return {
    ...rest,
    ...(clocks && { clocks: clocks.stand }),
    ...(customer !== undefined && { customer }),
    ...(due !== undefined && { dueAt: due }),
  }
}

export const noteInputSchema = z.strictObject({
  text: z.string().trim().min(1).max(10_000),
  mentions: z.array(slug).max(20).default([]),
})
export const noteSchema = z.object({ id: z.string(), at: instantSchema }).meta({ id: 'Noted' })

export const statusInputSchema = z
  .strictObject({
    status: conversationStatusSchema,
    until: instantSchema.optional().describe('when snoozed comes back'),
    department: slug.optional().describe('whom waiting-department waits for'),
    reason,
  })
  .refine(({ status, until }) => (status === 'snoozed') === (until !== undefined), {
    path: ['until'],
    message: 'is given with the status snoozed, and only then',
  })
  .refine(({ status, department }) => department === undefined || status === 'waiting-department', {
    path: ['department'],
    message: 'goes with the status waiting-department only',
  })

export const assignInputSchema = z
  .strictObject({ assignee: slug.nullable().optional(), team: slug.nullable().optional(), reason })
  .refine(({ assignee, team }) => assignee !== undefined || team !== undefined, {
    message: 'give assignee or team; null takes it away',
  })

export const tagsInputSchema = z.strictObject({
  add: z.array(slug).max(20).default([]),
  remove: z.array(slug).max(20).default([]),
})
export const priorityInputSchema = z.strictObject({ priority: prioritySchema, reason })
export const languageInputSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language like en or pt-BR'),
})
export const splitInputSchema = z.strictObject({ contacts: z.array(z.string().max(64)).min(1).max(mostMoved), reason })
export const joinInputSchema = z.strictObject({ with: idSchema, reason })
export const undoInputSchema = z.strictObject({ reason })

export const restructuredSchema = z
  .object({ conversation: shownConversationSchema, other: shownConversationSchema })
  .meta({ id: 'Restructured' })
