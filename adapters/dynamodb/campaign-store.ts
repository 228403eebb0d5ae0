import { type Campaign, campaignSchema } from '../../core/campaign/campaign.ts'
import type { ConfiguredStore } from '../../core/people/people-store.ts'
import { configuredStore } from './configured-store.ts'
import { campaignKeys } from './keys.ts'
import type { Table } from './table.ts'

/** The campaigns, in the order of their ids. */
export const campaignStore = (table: Table): ConfiguredStore<Campaign> =>
  configuredStore(table, campaignKeys, campaignSchema)
