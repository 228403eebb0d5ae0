import * as z from 'zod'
import { clockNames } from '../clock/clock.ts'
import { instantSchema } from '../contact/contact.ts'
import { conversationStatusSchema } from '../conversation/conversation.ts'
import { slugSchema } from '../people/agent.ts'
import { conditionsSchema } from './condition.ts'

const wordSchema = z.string().min(1).max(128)
const words = z.array(wordSchema).max(50).optional()

/** What a clock says: that it ran out, or that a promise was not kept. */
export const clockWords = [...clockNames, 'promise'] as const

/**
 * What sets a rule off. `to`, `clocks`, `tags` and `topics` narrow it down; without them every status, clock, added tag
 * or new topic does.
 */
export const whenSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('contact') }),
  z.object({ event: z.literal('status'), to: z.array(conversationStatusSchema).max(6).optional() }),
  z.object({ event: z.literal('clock'), clocks: z.array(z.enum(clockWords)).max(4).optional() }),
  z.object({ event: z.literal('tag'), tags: words }),
  z.object({ event: z.literal('topic'), topics: words }),
])
export type When = z.infer<typeof whenSchema>
export const ruleEvents = ['contact', 'status', 'clock', 'tag', 'topic'] as const
export type RuleEvent = (typeof ruleEvents)[number]

/**
 * What a rule does. Null takes an assignee or a team away. `answer` sends a macro to the customer; `ask` sets the
 * conversation waiting for a department and leaves a note that mentions who is to look; `call` tells one webhook.
 */
export const ruleActionSchema = z.discriminatedUnion('do', [
  z
    .object({
      do: z.literal('assign'),
      assignee: slugSchema.nullable().optional(),
      team: slugSchema.nullable().optional(),
    })
    .refine(({ assignee, team }) => assignee !== undefined || team !== undefined, 'give assignee or team'),
  z.object({
    do: z.literal('tag'),
    add: z.array(wordSchema).max(20).default([]),
    remove: z.array(wordSchema).max(20).default([]),
  }),
  z.object({ do: z.literal('answer'), macro: slugSchema }),
  z.object({
    do: z.literal('ask'),
    department: wordSchema,
    note: z.string().trim().min(1).max(2000),
    mentions: z.array(wordSchema).max(20).default([]),
  }),
  z.object({ do: z.literal('call'), hook: slugSchema }),
])
export type RuleAction = z.infer<typeof ruleActionSchema>

/** More rules than anybody keeps in mind; those beyond are not asked. */
export const mostRules = 500

/**
 * When something happens, and if all this holds, then do that. `since` is when it was switched on, or changed: what
 * happened before does not set it off.
 */
export const ruleSchema = z.object({
  v: z.literal(1),
  id: slugSchema,
  name: z.string().min(1).max(128),
  active: z.boolean(),
  since: instantSchema,
  when: whenSchema,
  if: conditionsSchema,
  actions: z.array(ruleActionSchema).min(1).max(10),
})
export type Rule = z.infer<typeof ruleSchema>
