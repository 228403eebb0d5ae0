import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import type { Hours } from '../hours/hours.ts'
import type { Policy, Priority } from './policy.ts'

/**
 * How a conversation stands for its clocks. All run while it is `open`. Waiting for the customer and snoozed pause all;
 * waiting for a department pauses the resolution only, because the customer still waits for an answer from us.
 * Resolved ends what runs: nothing is owed any more.
 */
export const clockStatuses = ['open', 'waiting-department', 'waiting-customer', 'snoozed', 'resolved'] as const
const clockStatusSchema = z.enum(clockStatuses)
export type ClockStatus = z.infer<typeof clockStatusSchema>

/**
 * What clocks are made of, at the time when it happened. Two that are equal are one.
 * - `inbound`: the customer wrote or called; `social` on a social network. Ends snoozed, waiting for them, and resolved.
 * - `outbound`: the customer got an answer from a person.
 * - `status`: somebody set the conversation so, or its snooze ended.
 */
const happenedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('inbound'), at: instantSchema, social: z.literal(true).optional() }),
  z.object({ type: z.literal('outbound'), at: instantSchema }),
  z.object({ type: z.literal('status'), at: instantSchema, status: clockStatusSchema }),
])
export type Happened = z.infer<typeof happenedSchema>

/** `looked`: nothing happened, but time has passed up to there: what was due by then is late. */
export type ClockEvent = Happened | { type: 'looked'; at: string }

/**
 * One clock. It is running (`runningSince`), paused (`pausedAt`) or ended (`metAt`). `elapsed` is the working time that
 * passed until it began to run, was paused or ended, in ms; `dueAt` stands while it runs, where there is a target that
 * two years of the hours can hold. `breachedAt` is the instant from which on it was late, which ending does not undo;
 * `metBy` whether an answer ended it, or only that the conversation was resolved.
 */
export const clockSchema = z.object({
  startedAt: instantSchema,
  social: z.literal(true).optional(),
  runningSince: instantSchema.optional(),
  pausedAt: instantSchema.optional(),
  metAt: instantSchema.optional(),
  metBy: z.enum(['answer', 'resolved']).optional(),
  elapsed: z.int().min(0),
  dueAt: instantSchema.optional(),
  breachedAt: instantSchema.optional(),
})
export type Clock = z.infer<typeof clockSchema>

export const clockNames = ['firstResponse', 'nextResponse', 'resolution'] as const
export type ClockName = (typeof clockNames)[number]

/** The three clocks. `nextResponse` is of the latest contact that came after an answer. */
export const clockStandSchema = z.object({
  status: clockStatusSchema,
  firstResponse: clockSchema.optional(),
  nextResponse: clockSchema.optional(),
  resolution: clockSchema.optional(),
})
export type ClockStand = z.infer<typeof clockStandSchema>

/** How many events are kept to be put in order; one that is older than all of them comes too late to count. */
export const keptEvents = 24

/**
 * The clocks of a conversation, to be kept with it: how they stand, and the newest events, in order of time, with how
 * the clocks stood before them. `lookedAt` is the latest time known to have passed.
 */
export const clocksSchema = z.object({
  v: z.literal(1),
  stand: clockStandSchema,
  before: clockStandSchema,
  /** The time of the last event within `before`. */
  beforeAt: instantSchema.optional(),
  events: z.array(happenedSchema).max(keptEvents),
  lookedAt: instantSchema.optional(),
})
export type Clocks = z.infer<typeof clocksSchema>

/** By what clocks are measured. Whoever changes them computes the clocks again: `clocksUnder`. */
export type ClockTerms = { hours: Hours; policy: Policy; priority: Priority }
