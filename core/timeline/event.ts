import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

const actorSchema = z.string().min(1).max(256)

/** A place in a contact's text, as UTF-16 offsets. */
export const quotedPlaceSchema = z.object({ entryId: z.string().max(64), start: z.int().min(0), end: z.int().min(0) })
export type QuotedPlace = z.infer<typeof quotedPlaceSchema>

/** What happened to a conversation. */
export const statusChanges = [
  'opened',
  'status',
  'reopened',
  'assigned',
  'team',
  'priority',
  'tags',
  'language',
  'breached',
  'escalated',
  'second-contact',
  'waited-on-promise',
  'promise-broken',
  'repeated',
  'split',
  'joined',
  'undone',
  'reply-failed',
  'reply-unknown',
  'reply-undone',
  'routed',
  'handed-over',
  'automated',
  'survey-asked',
  'survey-answered',
  'confirmed',
  'consent',
  'callback',
] as const

/**
 * An entry of a timeline that is no contact: a note of a colleague, or a change of a conversation, with who made it
 * (`throughline` where nobody did). `repeated` names what was stated twice, and where each time.
 */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({
    v: z.literal(1),
    type: z.literal('note'),
    at: instantSchema,
    actor: actorSchema,
    conversation: z.string().max(64).optional(),
    text: z.string().min(1).max(10_000),
    mentions: z.array(z.string().max(64)).max(20),
  }),
  z.object({
    v: z.literal(1),
    type: z.literal('status'),
    at: instantSchema,
    actor: actorSchema,
    /** Absent where it concerns the customer and no matter of theirs, as consent may. */
    conversation: z.string().max(64).optional(),
    change: z.enum(statusChanges),
    from: z.string().max(512).optional(),
    to: z.string().max(512).optional(),
    reason: z.string().max(1000).optional(),
    contact: z.string().max(64).optional(),
    places: z
      .array(z.object({ kind: z.string().max(32), first: quotedPlaceSchema, again: quotedPlaceSchema }))
      .max(20)
      .optional(),
    /** What a colleague adds for the next one, whom it names, and what was known then: lines of a brief. */
    note: z.string().max(10_000).optional(),
    mentions: z.array(z.string().max(64)).max(20).optional(),
    lines: z
      .array(z.object({ text: z.string().max(2000), entryIds: z.array(z.string().max(64)).max(100) }))
      .max(20)
      .optional(),
  }),
])
export type TimelineEvent = z.infer<typeof eventSchema>
export type StatusEvent = Extract<TimelineEvent, { type: 'status' }>
export type NoteEvent = Extract<TimelineEvent, { type: 'note' }>
