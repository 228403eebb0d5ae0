import * as z from 'zod'
import { policySchema, prioritySchema } from '../clock/policy.ts'
import { slugSchema } from './agent.ts'

/**
 * People who share a queue. `hours` are the id of the hours that its clocks run by, `policy` what it promises (the
 * default, when not given). What is late goes to `escalateTo`. A conversation on one of the `topics` gets that priority.
 */
export const teamSchema = z.object({
  v: z.literal(1),
  id: slugSchema,
  name: z.string().min(1).max(128),
  department: z.string().min(1).max(128),
  brands: z.array(z.string().min(1).max(128)).max(50).optional(),
  hours: slugSchema,
  policy: policySchema.optional(),
  escalateTo: slugSchema.optional(),
  topics: z
    .array(z.object({ topic: slugSchema, priority: prioritySchema }))
    .max(100)
    .optional(),
})
export type Team = z.infer<typeof teamSchema>
