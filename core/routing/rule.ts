import * as z from 'zod'
import { prioritySchema } from '../clock/policy.ts'
import { channels, kinds } from '../contact/contact.ts'
import { agentSchema, slugSchema } from '../people/agent.ts'
import { asKept } from './words.ts'

/** How many rules there may be; a decision looks at all of them. */
export const mostRules = 200

const anyOf = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(20).optional()
const word = z.string().min(1).max(128)

/**
 * When a rule applies: all that is given must hold, each with any of its values. Nothing given: always. A language holds
 * whatever the region (`pt` of `pt-BR`); `firstTime` for the first matter of a customer; `words` where the customer's
 * latest contact has one of these words, or of these words in a row, whatever their case.
 */
const conditionSchema = z.strictObject({
  channel: anyOf(z.enum(channels)),
  network: anyOf(z.string().min(1).max(64)),
  kind: anyOf(z.enum(kinds)),
  brand: anyOf(word),
  department: anyOf(word),
  source: anyOf(word),
  language: anyOf(agentSchema.shape.languages.unwrap()),
  topic: anyOf(slugSchema),
  tag: anyOf(word),
  priority: anyOf(prioritySchema),
  firstTime: z.boolean().optional(),
  words: anyOf(z.string().max(64).overwrite(asKept).min(2, 'is not a word')),
})
export type RoutingCondition = z.infer<typeof conditionSchema>

/**
 * Where a rule leads: the team, the skills that whoever gets it has, all of them. The `agent` gets it first, where they
 * can take it. Where it needs the skill `specialist`, somebody with it is asked to help whoever answers.
 */
const consequenceSchema = z.strictObject({
  team: slugSchema.optional(),
  skills: z.array(slugSchema).max(5).default([]),
  agent: slugSchema.optional(),
  specialist: slugSchema.optional(),
  priority: prioritySchema.optional(),
})

/** A rule of routing. Of all that are active the first that applies decides, by `order`, then by id. */
export const routingRuleSchema = z.object({
  v: z.literal(1),
  id: slugSchema,
  name: z.string().trim().min(1).max(128),
  order: z.int().min(0).max(1_000_000),
  active: z.boolean(),
  when: conditionSchema,
  to: consequenceSchema,
})
export type RoutingRule = z.infer<typeof routingRuleSchema>

export const inTheirOrder = (rules: RoutingRule[]): RoutingRule[] =>
  rules.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** Those that are active, in the order in which they are tried. */
export const inForce = (rules: RoutingRule[]): RoutingRule[] => inTheirOrder(rules.filter(({ active }) => active))
