import { atOnce } from '../live/at-once.ts'
import { RetryLater } from '../record/outcome.ts'
import { type Delivery, replayed } from './delivery.ts'
import type { TellDeps } from './deps.ts'
import type { HookStore } from './store.ts'

export type ReplayDeps = Pick<TellDeps, 'later' | 'now'> & { store: Pick<HookStore, 'read' | 'change' | 'failed'> }

/** How many are sent again at a time. */
export const mostReplayed = 500
const width = 20
const maxRaces = 5

/** Tries a delivery again from now on, for another day; one that still waits is tried at once. Undefined: there is none. */
export async function replay(deps: ReplayDeps, id: string): Promise<Delivery | undefined> {
  for (let race = 0; race < maxRaces; race++) {
    const delivery = await deps.store.read(id)
    if (delivery === undefined) return undefined
    const next = replayed(delivery, deps.now())
    if (!(await deps.store.change(next))) continue
    await deps.later([id], 0)
    return next
  }
  throw new RetryLater('the delivery is being tried')
}

/** Tries again what failed since a time, oldest first; `more` says that some are left. */
export async function replayFailed(
  deps: ReplayDeps,
  hook: string,
  since: string,
): Promise<{ replayed: number; more: boolean }> {
  const found = await deps.store.failed(hook, since, mostReplayed + 1)
  const wanted = found.slice(0, mostReplayed)
  await atOnce(width, wanted, async ({ id }) => void (await replay(deps, id)))
  return { replayed: wanted.length, more: found.length > mostReplayed }
}
