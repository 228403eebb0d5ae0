import { type Delivery, deliverySchema, keptDeliveryMs } from '../../core/hooks/delivery.ts'
import { healthSchema, hookSchema, hookSecretSchema } from '../../core/hooks/hook.ts'
import type { HookStore } from '../../core/hooks/store.ts'
import { configuredStore } from './configured-store.ts'
import { deliveryKeys, hookKeys, hookSecretKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Webhooks and their deliveries in the one table. See core/hooks/store.ts for what each call promises. */
export function hookStore(table: Table): HookStore {
  return {
    hooks: configuredStore(table, hookKeys, hookSchema),
    secrets: configuredStore(table, hookSecretKeys, hookSecretSchema),
    create: async delivery => (await table.put(deliveryItem(delivery), 'absent')).written,
    read: async id => {
      const item = await table.get(deliveryKeys.delivery(id), true)
      return item && deliverySchema.parse(item)
    },
    change: async next => (await table.put(deliveryItem(next), { version: next.version - 1 })).written,
    deliveries: async (hook, limit, before) => {
      const to = before && { to: deliveryKeys.before(before.at, before.id) }
      const range = { index: 'gsi1' as const, pk: deliveryKeys.log(hook), limit, newestFirst: true, ...to }
      return (await table.query(range)).map(readDelivery)
    },
    failed: async (hook, since, limit) => {
      const range = { index: 'gsi2' as const, pk: deliveryKeys.failures(hook), from: since, limit }
      return (await table.query(range)).map(readDelivery)
    },
    failingSince: hook => readHealth(table, hook),
    noteFailure: (hook, at) => noteFailure(table, hook, at),
    noteSuccess: async hook => {
      if ((await readHealth(table, hook)) !== undefined) await table.remove(deliveryKeys.health(hook))
    },
  }
}

const readDelivery = (item: Item): Delivery => deliverySchema.parse(item)

async function readHealth(table: Table, hook: string): Promise<string | undefined> {
  const item = await table.get(deliveryKeys.health(hook), true)
  return item && healthSchema.parse(item).failingSince
}

async function noteFailure(table: Table, hook: string, at: string): Promise<string> {
  const item = { ...healthSchema.parse({ v: 1, failingSince: at }), ...deliveryKeys.health(hook) }
  const put = await table.put(item, 'absent')
  if (put.written) return at
  return (put.existing && healthSchema.parse(put.existing).failingSince) ?? at
}

function deliveryItem(delivery: Delivery): Item {
  const { id, hook, at, status } = delivery
  return {
    ...deliverySchema.parse(delivery),
    ...deliveryKeys.delivery(id),
    ...deliveryKeys.listed(hook, at, id),
    ...(status === 'failed' && deliveryKeys.failed(hook, at, id)),
    expiresAt: Math.ceil((Date.parse(at) + keptDeliveryMs) / 1000),
  }
}
