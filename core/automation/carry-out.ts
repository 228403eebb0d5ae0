import type { AutomationDeps } from './deps.ts'
import { type Firing, isFinished, type Step } from './firing.ts'
import { performAction } from './perform.ts'

/**
 * Does what is left to do of a firing, in order, noting each step before the next. A step that fails is thrown and does
 * the same when it is tried again; where another does the same firing at the same time, each step is still done once.
 */
export async function carryOut(deps: AutomationDeps, firing: Firing): Promise<Firing> {
  let current = firing
  while (!isFinished(current)) {
    const at = current.steps.findIndex(({ outcome }) => outcome === 'waiting')
    const next = await withStepDone(deps, current, at)
    if (await deps.automations.changeFiring(next)) current = next
    else current = await readAgain(deps, firing.id)
  }
  return current
}

async function withStepDone(deps: AutomationDeps, firing: Firing, at: number): Promise<Firing> {
  const steps: Step[] = []
  for (const [position, step] of firing.steps.entries()) {
    steps.push(position === at ? { ...step, ...(await performAction(deps, firing, at, step.action)) } : step)
  }
  return { ...firing, version: firing.version + 1, steps }
}

async function readAgain({ automations }: AutomationDeps, id: string): Promise<Firing> {
  const [firing] = await automations.readFirings([id])
  if (firing === undefined) throw new Error('a firing that was read is not there any more')
  return firing
}
