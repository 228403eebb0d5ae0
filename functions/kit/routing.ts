import { routingStore } from '../../adapters/dynamodb/routing-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import type { IdentityStore } from '../../core/identity/store.ts'
import { knownCustomer } from '../../core/routing/customer.ts'
import type { RoutingDeps } from '../../core/routing/deps.ts'
import { clockDeps } from './clocks.ts'
import { pause } from './pause.ts'

/** What routing needs, over the one table. Nothing that it decides by is kept: rules and people count as they are now. */
export function routingDeps(table: Table, identity: () => Promise<{ store: IdentityStore }>): RoutingDeps {
  const { store, terms, now } = clockDeps(table)
  return {
    ...{ store, terms, now, pause },
    routing: routingStore(table),
    timeline: timelineStore(table, Date.now),
    customer: async conversation => knownCustomer(store, (await identity()).store, conversation),
  }
}
