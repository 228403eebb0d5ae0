import type { Change } from '../change/change.ts'
import type { RoutingDeps } from './deps.ts'
import { route } from './route.ts'
import { takeWaiting } from './take-waiting.ts'

/** What a change of the table means to routing. Told twice, late or in any order, it ends the same. */
export async function followRouting(deps: RoutingDeps, change: Change): Promise<void> {
  switch (change.type) {
    case 'conversation':
      await route(deps, change.id)
      return
    case 'staff':
      await takeWaiting(deps, change.what === 'rules')
      return
    case 'contact':
    case 'customer':
    case 'reply':
    case 'event':
    case 'outcome':
    case 'mentions':
    case 'milestone':
      return
    default:
      return change satisfies never
  }
}
