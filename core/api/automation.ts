import * as z from 'zod'
import { conditionsSchema } from '../automation/condition.ts'
import { type Firing, firingSchema } from '../automation/firing.ts'
import { type Rule, ruleActionSchema, ruleSchema } from '../automation/rule.ts'
import { instantSchema } from '../contact/contact.ts'
import { sinceSchema } from './instant.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const ruleIdSchema = ruleSchema.shape.id

const actions = z
  .array(ruleActionSchema)
  .min(1)
  .max(10)
  .refine(all => all.filter(one => one.do === 'answer').length <= 1, 'answer the customer once at most')

const settings = {
  name: ruleSchema.shape.name,
  when: ruleSchema.shape.when,
  if: conditionsSchema.default({ all: [], any: [] }),
  actions,
}

/** A rule as it is configured; its id is in the path. */
export const ruleInputSchema = z
  .strictObject({ ...settings, active: z.boolean().default(true) })
  .meta({ id: 'AutomationSettings' })
export const shownRuleSchema = ruleSchema.omit({ v: true }).meta({ id: 'Automation' })
export const rulesSchema = pageSchema(shownRuleSchema).meta({ id: 'Automations' })

const shownFiringSchema = firingSchema.omit({ v: true, version: true }).meta({ id: 'Firing' })
export const logQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })
export const logPositionSchema = z.strictObject({ at: instantSchema, id: firingSchema.shape.id })
export const logSchema = pageSchema(shownFiringSchema).meta({ id: 'AutomationLog' })

export const previewInputSchema = z
  .strictObject({
    rule: z.strictObject(settings),
    since: sinceSchema.optional(),
    limit: z.int().min(1).max(500).default(200).describe('conversations that are looked at, newest first'),
  })
  .meta({ id: 'AutomationPreviewInput' })

/** How many firings a preview shows; it counts all of them. */
export const mostPreviewed = 100

export const previewSchema = z
  .object({
    looked: z.int().describe('at how many conversations'),
    fired: z.int(),
    stopped: z.int().describe('set off, but held back by a guard'),
    items: z.array(shownFiringSchema).max(mostPreviewed),
  })
  .meta({ id: 'AutomationPreview' })

export const showRule = ({ v: _v, ...rule }: Rule) => rule
export const showFiring = ({ v: _v, version: _version, ...firing }: Firing) => firing
