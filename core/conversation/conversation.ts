import * as z from 'zod'
import { clocksSchema } from '../clock/clock.ts'
import { prioritySchema } from '../clock/policy.ts'
import { channels, instantSchema } from '../contact/contact.ts'
import { referenceKinds } from '../facts/fact.ts'

export const conversationStatuses = [
  'open',
  'waiting-customer',
  'waiting-department',
  'snoozed',
  'resolved',
  'spam',
] as const
export const conversationStatusSchema = z.enum(conversationStatuses)
export type ConversationStatus = z.infer<typeof conversationStatusSchema>

const channelSchema = z.enum(channels)
const wordSchema = z.string().min(1).max(128)

/** A contact of the customer that nobody has answered. */
const unansweredSchema = z.object({ contactId: z.string(), at: instantSchema, channel: channelSchema })

const referenceSchema = z.object({ kind: z.enum(referenceKinds), value: z.string().max(64) })
export type Reference = z.infer<typeof referenceSchema>

/** Something we said we would do. `by` where a time was said; `brokenAt` once that time was over. */
const promiseSchema = z.object({
  madeAt: instantSchema,
  by: instantSchema.optional(),
  brokenAt: instantSchema.optional(),
  contactId: z.string(),
})
export type Promised = z.infer<typeof promiseSchema>

/** What somebody must have to be given a conversation that waits for them. */
export const needsSchema = z.object({
  skills: z.array(wordSchema).max(5),
  language: z.string().max(35).optional(),
  agent: wordSchema.optional(),
})
export type Needs = z.infer<typeof needsSchema>

/**
 * Who gave it to a person or a team last: somebody, or a routing rule by its id, with the reason that is shown. `to` and
 * `team` are what was chosen, `from` whom it was taken from, `needs` what is missing while it waits for a person.
 */
const assignedBySchema = z.object({
  actor: z.string().min(1).max(256),
  at: instantSchema,
  rule: wordSchema.optional(),
  reason: z.string().max(1000).optional(),
  to: wordSchema.optional(),
  team: wordSchema.optional(),
  from: wordSchema.optional(),
  /** Routing found the team chosen by somebody else, and leaves it. */
  teamStays: z.literal(true).optional(),
  needs: needsSchema.optional(),
})
export type AssignedBy = z.infer<typeof assignedBySchema>

/**
 * A call that somebody is to make, until it was made. `number` is E.164; `says` is what a queue says of it; `dueSince` is
 * there once its time has come; `of` names the conversation that it came with when that was joined into this one.
 */
const callbackSchema = z.object({
  at: instantSchema,
  number: z.string().max(32),
  says: z.string().max(200),
  by: z.string().min(1).max(256),
  setAt: instantSchema,
  note: z.string().max(1000).optional(),
  dueSince: instantSchema.optional(),
  of: z.string().optional(),
})
export type Callback = z.infer<typeof callbackSchema>

/** Who gave it to whom last, and why, until it is settled; what was known then stands in the entry `entryId`. */
const handoverSchema = z.object({
  entryId: z.string().max(64),
  at: instantSchema,
  by: z.string().min(1).max(256),
  reason: z.string().max(1000),
  assignee: wordSchema.optional(),
  team: wordSchema.optional(),
})
export type Handover = z.infer<typeof handoverSchema>

/** What the customer said of it, the last time they were asked: `csat` 1 to 5, `nps` 0 to 10. */
const ratingSchema = z.object({
  kind: z.enum(['csat', 'nps']),
  score: z.int().min(0).max(10),
  at: instantSchema,
  survey: z.string().max(64),
})

/** What splitting or joining may be taken back: the other conversation and who did it when. */
const undoableSchema = z.object({ kind: z.enum(['split', 'joined']), other: z.string(), at: instantSchema })

/** How many of each are kept with a conversation; what goes beyond stays on the timeline. */
export const kept = { unanswered: 20, references: 20, topics: 8, tags: 20, joined: 20, consulted: 10 } as const

/**
 * One matter of one customer, across channels: a label over the timeline. It is anchored at the stream of its opening
 * contact, whose customer it belongs to. `channel` is that of the customer's latest contact; `since` is when the status
 * began; `unanswered`, oldest first, what waits for us; `reason` why it stands where it stands in a queue.
 */
export const conversationSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  version: z.int().min(1),
  anchor: z.string(),
  openedAt: instantSchema,
  openedBy: z.string(),
  title: z.string().max(160),
  /** What the author of the latest contact is called there. */
  name: z.string().max(128).optional(),
  brand: z.string(),
  department: z.string(),
  status: conversationStatusSchema,
  since: instantSchema,
  snoozedUntil: instantSchema.optional(),
  waitingFor: wordSchema.optional(),
  priority: prioritySchema,
  tags: z.array(wordSchema).max(kept.tags),
  team: wordSchema.optional(),
  assignee: wordSchema.optional(),
  assignedBy: assignedBySchema.optional(),
  /** Colleagues who were asked to help whoever answers; newest last. */
  consulted: z.array(wordSchema).max(kept.consulted).optional(),
  language: z.string().optional(),
  channel: channelSchema,
  channels: z.array(channelSchema),
  contacts: z.int().min(0),
  inbound: z.int().min(0),
  lastAt: instantSchema,
  lastInboundAt: instantSchema.optional(),
  answeredAt: instantSchema.optional(),
  /** The colleague known to have answered last, and when. */
  answeredBy: z.object({ agent: wordSchema, at: instantSchema }).optional(),
  unanswered: z.array(unansweredSchema).max(kept.unanswered),
  references: z.array(referenceSchema).max(kept.references),
  topics: z.array(z.string()).max(kept.topics),
  reason: z.string().max(200).optional(),
  /** How often the customer changed the channel while the matter was unresolved. */
  switches: z.int().min(0),
  /** How often the customer stated again what the timeline already held. */
  repeats: z.int().min(0),
  promise: promiseSchema.optional(),
  rating: ratingSchema.optional(),
  callback: callbackSchema.optional(),
  handover: handoverSchema.optional(),
  /** Goes before everything else from this time on. */
  urgentSince: instantSchema.optional(),
  clocks: clocksSchema.optional(),
  splitFrom: z.string().optional(),
  joinedInto: z.string().optional(),
  joined: z.array(z.string()).max(kept.joined),
  undoable: undoableSchema.optional(),
})
export type Conversation = z.infer<typeof conversationSchema>

export const isUnresolved = ({ status, joinedInto }: Conversation): boolean =>
  status !== 'resolved' && status !== 'spam' && joinedInto === undefined
