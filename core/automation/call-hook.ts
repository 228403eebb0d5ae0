import type { TellDeps } from '../hooks/deps.ts'
import { tellOne } from '../hooks/tell.ts'
import type { ActionOutcome } from './deps.ts'
import type { Firing } from './firing.ts'

/** Tells one webhook that a rule fired; once for a firing. */
export async function callHook(deps: TellDeps, hook: string, { id }: Firing): Promise<ActionOutcome> {
  const told = await tellOne(deps, hook, { type: 'automation.fired', subject: { id }, key: '' })
  return told ? { outcome: 'done' } : { outcome: 'refused', detail: 'the webhook is not there or is switched off' }
}
