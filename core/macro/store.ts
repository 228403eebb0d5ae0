import type { ConfiguredStore } from '../people/people-store.ts'
import type { Macro } from './macro.ts'

/** The configured macros, in the order of their ids. */
export type MacroStore = ConfiguredStore<Macro>
