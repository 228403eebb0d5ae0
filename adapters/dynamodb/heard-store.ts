import { type HeardStore, heardSchema } from '../../core/source/heard.ts'
import { configuredStore } from './configured-store.ts'
import { heardKeys } from './keys.ts'
import type { Table } from './table.ts'

/** When something came from each source, in the order of their ids. */
export const heardStore = (table: Table): HeardStore => configuredStore(table, heardKeys, heardSchema)
