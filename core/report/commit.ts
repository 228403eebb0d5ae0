import { RetryLater } from '../record/outcome.ts'
import type { Delta } from './cells.ts'
import { addDelta, cleared } from './expand.ts'
import { pack, type Step } from './plan.ts'
import type { Chain } from './plan-work.ts'
import { mostItems, type ReportStore } from './store.ts'

/** Why a customer's steps were not all written: somebody else wrote the vector meanwhile, or an error. */
export type Failures = Map<string, unknown>

/** Customers of one hour, or one day, share the cells of it. */
const inOrder = (links: readonly Step[]): Step[] =>
  links
    .map(step => ({ step, newest: newestOf(step) }))
    .sort((a, b) => (a.newest < b.newest ? -1 : a.newest > b.newest ? 1 : 0))
    .map(({ step }) => step)

const newestOf = ({ delta }: Step): string => {
  let newest = ''
  for (const item of delta.keys()) if (item.startsWith('hour|all|') && item > newest) newest = item
  return newest
}

type Link = { chain: Chain; step: Step }

const mostConflicts = 12

/**
 * Writes what was planned, the next step of every chain in as few transactions as it takes, until all are written. Of a
 * customer that failed nothing further is written; what was, stands, and agrees with itself.
 */
export async function commitChains(
  chains: readonly Chain[],
  pause: (attempt: number) => Promise<void>,
): Promise<Failures> {
  const failures: Failures = new Map()
  const longest = Math.max(0, ...chains.map(({ steps }) => steps.length))
  for (let at = 0; at < longest; at++) {
    const links = chains.flatMap((chain): Link[] => {
      const step = chain.steps[at]
      return step === undefined || failures.has(step.write.customer) ? [] : [{ chain, step }]
    })
    for (const [store, ofStore] of byStore(links))
      for (const steps of pack(inOrder(ofStore), mostItems)) await commitPack(store, steps, failures, pause)
  }
  return failures
}

function byStore(links: Link[]): Map<ReportStore, Step[]> {
  const stores = new Map<ReportStore, Step[]>()
  for (const { chain, step } of links) stores.set(chain.store, [...(stores.get(chain.store) ?? []), step])
  return stores
}

/** Those whose vector somebody else wrote are left out, and the rest is written without them. */
async function commitPack(
  store: ReportStore,
  packed: Step[],
  failures: Failures,
  pause: (attempt: number) => Promise<void>,
): Promise<void> {
  let steps = packed
  try {
    for (let conflict = 0; conflict < mostConflicts && steps.length > 0; conflict++) {
      await pause(conflict)
      const committed = await store.commit({ vectors: steps.map(({ write }) => write), delta: summed(steps) })
      if (committed.committed) return
      const stale = new Set(committed.stale)
      for (const [n, { write }] of steps.entries()) if (stale.has(n)) failures.set(write.customer, 'stale')
      steps = steps.filter((_, n) => !stale.has(n))
    }
    throwIfLeft(steps)
  } catch (error) {
    for (const { write } of steps) failures.set(write.customer, error)
  }
}

function throwIfLeft(steps: Step[]): void {
  if (steps.length > 0) throw new RetryLater('others kept writing the same cells')
}

function summed(steps: readonly Step[]): Delta {
  const sum: Delta = new Map()
  for (const { delta } of steps) addDelta(sum, delta)
  return cleared(sum)
}
