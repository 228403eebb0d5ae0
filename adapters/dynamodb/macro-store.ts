import { macroSchema } from '../../core/macro/macro.ts'
import type { MacroStore } from '../../core/macro/store.ts'
import { configuredStore } from './configured-store.ts'
import { macroKeys } from './keys.ts'
import type { Table } from './table.ts'

/** The configured macros, in the order of their ids. */
export const macroStore = (table: Table): MacroStore => configuredStore(table, macroKeys, macroSchema)
