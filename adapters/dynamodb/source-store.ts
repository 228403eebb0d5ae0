import { sourceSchema } from '../../core/source/source.ts'
import type { SourceStore } from '../../core/source/source-store.ts'
import { configuredStore } from './configured-store.ts'
import { sourceKeys } from './keys.ts'
import type { Table } from './table.ts'

/** The configured sources, in the order of their ids. */
export const sourceStore = (table: Table): SourceStore => configuredStore(table, sourceKeys, sourceSchema)
