import { contactId } from '../../core/contact/contact-id.ts'
import { type Delivery, deliverySchema, keptDeliveryMs } from '../../core/hooks/delivery.ts'
import { failedAgain, type Health, healthSchema } from '../../core/hooks/health.ts'
import { type Hook, hookSchema, hookSecretSchema } from '../../core/hooks/hook.ts'
import type { HookStore } from '../../core/hooks/store.ts'
import { configuredStore } from './configured-store.ts'
import { deliveryKeys, hookKeys, hookSecretKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Webhooks and their deliveries in the one table. See core/hooks/store.ts for what each call promises. */
export function hookStore(table: Table): HookStore {
  return {
    hooks: {
      ...configuredStore(table, hookKeys, hookSchema),
      write: async hook => void (await table.put(hookItem(hook))),
    },
    switchOff: async (read, off) => {
      const put = await table.put(hookItem({ ...read, active: false, off }), { version: versionOf(read) })
      return put.written
    },
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
    failingSince: async hook => (await readHealth(table, hook))?.failingSince,
    noteFailure: (hook, at) => noteFailure(table, hook, at),
    noteSuccess: async hook => {
      if ((await readHealth(table, hook)) !== undefined) await table.remove(deliveryKeys.health(hook))
    },
  }
}

const readDelivery = (item: Item): Delivery => deliverySchema.parse(item)

/** Settings that are written are meant, whatever stood there; so their version is told from what they say alone. */
function versionOf(hook: Hook): number {
  const hash = contactId('hook', JSON.stringify(hookSchema.parse(hook)))
  return Number.parseInt(hash.slice(0, 12), 16)
}

const hookItem = (hook: Hook): Item => ({
  ...hookSchema.parse(hook),
  ...hookKeys.item(hook.id),
  version: versionOf(hook),
})

async function readHealth(table: Table, hook: string): Promise<Health | undefined> {
  const item = await table.get(deliveryKeys.health(hook), true)
  return item && healthSchema.parse(item)
}

/** Of several that fail at once whoever is faster has noted it for all. */
async function noteFailure(table: Table, hook: string, at: string): Promise<string> {
  const was = await readHealth(table, hook)
  const next = healthSchema.parse(failedAgain(was, at))
  const put = await table.put({ ...next, ...deliveryKeys.health(hook) }, was ? { version: was.version } : 'absent')
  if (put.written) return next.failingSince
  return put.existing === undefined ? at : healthSchema.parse(put.existing).failingSince
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
