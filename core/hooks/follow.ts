import { deliver } from './deliver.ts'
import type { HookDeps } from './deps.ts'
import type { HookMessage } from './message.ts'
import { tellOfChange } from './tell.ts'

/** What a message of the queue asks for: to tell of a change, or to try a delivery. */
export const followHooks = (deps: HookDeps, message: HookMessage): Promise<void> =>
  message.type === 'deliver' ? deliver(deps, message.id) : tellOfChange(deps, message)
