import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { contactId } from '../contact/contact-id.ts'
import { occurrenceSchema } from './occurrence.ts'
import { ruleActionSchema } from './rule.ts'

/** Why a firing, or one action of it, was not carried out. */
export const stopReasons = [
  'caused by itself',
  'too deep a chain',
  'too many in an hour',
  'answered already today',
  'a robot wrote it',
  'nothing to answer',
] as const
export type StopReason = (typeof stopReasons)[number]

/**
 * `waiting`; `done`; `nothing`, because it was so already; `refused`, with what to do about it; `stopped` by a guard.
 */
export const stepOutcomes = ['waiting', 'done', 'nothing', 'refused', 'stopped'] as const

export const stepSchema = z.object({
  action: ruleActionSchema,
  outcome: z.enum(stepOutcomes),
  detail: z.string().max(300).optional(),
})
export type Step = z.infer<typeof stepSchema>

/** How many milliseconds a firing is kept in the log: ninety days. */
export const keptFiringMs = 90 * 24 * 3_600_000

/**
 * A rule that was set off on a conversation, written before anything is done. `depth` counts the automations that led
 * here, one causing the other; `stopped` says why nothing was done at all.
 */
export const firingSchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  version: z.int().min(1),
  rule: z.string(),
  ruleName: z.string(),
  conversation: z.string(),
  occurrence: occurrenceSchema,
  at: instantSchema,
  depth: z.int().min(0),
  stopped: z.enum(stopReasons).optional(),
  steps: z.array(stepSchema).max(10),
})
export type Firing = z.infer<typeof firingSchema>

/** A rule is set off once by one thing, however often that is told. */
export const firingId = (rule: string, occurrence: string, conversation: string): string =>
  contactId('firing', rule, occurrence, conversation)

/** What a step leaves behind is named for it: leaving it again meets its own key. */
export const stepId = (firing: string, step: number, part = ''): string => contactId('step', firing, String(step), part)

export const isFinished = ({ stopped, steps }: Firing): boolean =>
  stopped !== undefined || steps.every(({ outcome }) => outcome !== 'waiting')
