import * as z from 'zod'
import { prioritySchema } from '../clock/policy.ts'
import { instantSchema } from '../contact/contact.ts'
import { mostRules, routingRuleSchema } from '../routing/rule.ts'

export const routingRuleIdSchema = routingRuleSchema.shape.id

/** A rule as it is configured; its id is in the path. Without `active` it is switched off. */
export const routingRuleInputSchema = routingRuleSchema
  .omit({ v: true, id: true })
  .extend({
    order: routingRuleSchema.shape.order.default(100),
    active: z.boolean().default(false).describe('preview a rule before it is switched on'),
    when: routingRuleSchema.shape.when.prefault({}),
    to: routingRuleSchema.shape.to.prefault({}),
  })
  .strict()
  .meta({ id: 'RoutingRuleSettings' })

export const shownRoutingRuleSchema = routingRuleSchema.omit({ v: true }).meta({ id: 'RoutingRule' })
/** All rules, in the order in which they are tried. */
export const routingRulesSchema = z
  .object({ items: z.array(shownRoutingRuleSchema).max(mostRules) })
  .meta({ id: 'RoutingRules' })

/** The most conversations that a preview looks back at. */
const mostPreviewed = 500

/** Rules to be previewed: all of them, as they would be. */
export const previewInputSchema = z
  .strictObject({
    rules: z
      .array(routingRuleInputSchema.extend({ id: routingRuleIdSchema, active: z.boolean().default(true) }))
      .max(mostRules),
    since: instantSchema.optional(),
    limit: z.int().min(1).max(mostPreviewed).default(100),
  })
  .meta({ id: 'RoutingPreviewRequest' })

const wouldSchema = z.object({
  rule: z.string(),
  team: z.string().optional(),
  assignee: z.string().optional().describe('without it, nobody is configured who could have it'),
  specialist: z.string().optional(),
  priority: prioritySchema.optional(),
})
const shareSchema = z.object({ id: z.string(), inForce: z.int(), previewed: z.int() })

export const previewSchema = z
  .object({
    looked: z.int().describe('how many conversations were looked at'),
    differing: z.int(),
    agents: z.array(shareSchema).max(2 * mostPreviewed),
    teams: z.array(shareSchema).max(2 * mostPreviewed),
    items: z
      .array(
        z.object({
          conversation: z.string(),
          at: instantSchema,
          inForce: wouldSchema.optional().describe('without it, no rule in force applies'),
          previewed: wouldSchema.optional(),
          differs: z.boolean(),
        }),
      )
      .max(mostPreviewed),
  })
  .meta({ id: 'RoutingPreview' })
