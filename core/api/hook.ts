import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { type Delivery, deliverySchema } from '../hooks/delivery.ts'
import { type Hook, hookSchema } from '../hooks/hook.ts'
import { sinceSchema } from './instant.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const hookIdSchema = hookSchema.shape.id

/** A webhook as it is configured; its id is in the path. */
export const hookInputSchema = z
  .strictObject({
    url: z.string().max(2048),
    events: hookSchema.shape.events.default([]),
    active: z.boolean().default(true),
    newSecret: z.boolean().default(false).describe('sign with a new secret from now on'),
  })
  .meta({ id: 'HookSettings' })

const shown = hookSchema.omit({ v: true }).extend({
  failingSince: instantSchema.optional().describe('since when every try has failed'),
})
export const shownHookSchema = shown.meta({ id: 'Hook' })
export const hooksSchema = pageSchema(shownHookSchema).meta({ id: 'Hooks' })
export const configuredHookSchema = shown
  .extend({ secret: z.string().optional().describe('what deliveries are signed with; shown this once') })
  .meta({ id: 'ConfiguredHook' })

export const deliveryIdSchema = deliverySchema.shape.id
export const shownDeliverySchema = deliverySchema
  .omit({ v: true, version: true, leaseUntil: true, nextAt: true, tryingSince: true })
  .extend({ nextAt: instantSchema.optional().describe('when it is tried next') })
  .meta({ id: 'HookDelivery' })
export const deliveriesQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })
export const deliveryPositionSchema = z.strictObject({ at: instantSchema, id: deliveryIdSchema })
export const deliveriesSchema = pageSchema(shownDeliverySchema).meta({ id: 'HookDeliveries' })

export const replayInputSchema = z.strictObject({ since: sinceSchema })
export const replayedSchema = z
  .object({
    replayed: z.int(),
    more: z.boolean().describe('ask again: there were more than are replayed at once'),
  })
  .meta({ id: 'HookReplay' })

export const showHook = ({ v: _v, ...hook }: Hook, failingSince: string | undefined) => ({
  ...hook,
  ...(failingSince !== undefined && { failingSince }),
})

export function showDelivery(delivery: Delivery): z.infer<typeof shownDeliverySchema> {
  const { v: _v, version: _version, leaseUntil: _lease, tryingSince: _since, nextAt, ...shownOf } = delivery
  return { ...shownOf, ...(delivery.status === 'waiting' && { nextAt }) }
}
