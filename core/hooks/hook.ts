import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { slugSchema } from '../people/agent.ts'

/** What other systems may ask to be told. */
export const hookEvents = [
  'contact.recorded',
  'conversation.opened',
  'conversation.changed',
  'conversation.resolved',
  'reply.sent',
  'reply.failed',
  'customer.merged',
] as const
export type HookEvent = (typeof hookEvents)[number]

/** What one webhook is told without having asked for it in general: by a rule, or as a trial. */
export const directEvents = ['automation.fired', 'hook.test'] as const
export const everyEvent = [...hookEvents, ...directEvents] as const
export type EveryEvent = (typeof everyEvent)[number]

/** More webhooks than a company has. */
export const mostHooks = 100

/** Why nothing is sent any more. */
export const offReasons = ['gone', 'failed for a day'] as const

/**
 * Another system that is told what happens while it is active. `off` says that we switched it off, and why; switching it
 * on again takes that away.
 */
export const hookSchema = z.object({
  v: z.literal(1),
  id: slugSchema,
  url: z.string().max(2048),
  events: z.array(z.enum(hookEvents)).max(hookEvents.length),
  active: z.boolean(),
  off: z.object({ at: instantSchema, reason: z.enum(offReasons) }).optional(),
})
export type Hook = z.infer<typeof hookSchema>
export type Off = NonNullable<Hook['off']>

/** What its deliveries are signed with: 64 hex digits, shown once. */
export const hookSecretSchema = z.object({
  v: z.literal(1),
  id: slugSchema,
  secret: z.string().regex(/^[0-9a-f]{64}$/),
})
export type HookSecret = z.infer<typeof hookSecretSchema>
