import { RetryLater } from '../record/outcome.ts'
import { commitChains } from './commit.ts'
import type { Refold } from './message.ts'
import { type Chain, type PlanDeps, planWork } from './plan-work.ts'

export type ProjectDeps = PlanDeps & {
  /** Waits before an attempt, longer each time. */
  pause: (attempt: number) => Promise<void>
}

/** What became of a work: done, or the error for which its message goes back. */
export type Done = { work: Refold; error?: unknown }

const mostAttempts = 12

/**
 * Folds customers again and writes by how much they changed, several of them in one transaction. Exactly once, whatever is
 * told twice, late, or dies in between: vectors are read before the facts, and written on the versions that were read,
 * together with the difference. Whoever lost a race reads again.
 */
export async function project(deps: ProjectDeps, works: readonly Refold[]): Promise<Done[]> {
  const done: Done[] = []
  for (const round of inRounds(works)) done.push(...(await projectRound(deps, round)))
  return done
}

/** A customer is folded once at a time. */
function inRounds(works: readonly Refold[]): Refold[][] {
  const rounds: { customers: Set<string>; works: Refold[] }[] = []
  for (const work of works) {
    const known = rounds.find(({ customers }) => !customers.has(work.customer))
    const round = known ?? { customers: new Set(), works: [] }
    if (known === undefined) rounds.push(round)
    round.customers.add(work.customer)
    round.works.push(work)
  }
  return rounds.map(round => round.works)
}

async function projectRound(deps: ProjectDeps, works: Refold[]): Promise<Done[]> {
  const done: Done[] = []
  let pending = works
  for (let attempt = 0; attempt < mostAttempts && pending.length > 0; attempt++) {
    await deps.pause(attempt)
    const planned = await Promise.all(pending.map(work => tried(work, () => planWork(deps, work))))
    const chains = planned.flatMap(one => ('chains' in one ? one.chains : []))
    const failed = await commitChains(chains, deps.pause)
    done.push(...planned.flatMap(one => ('error' in one ? [one] : [])))
    const written = planned.flatMap(one => ('chains' in one ? [one.work] : []))
    done.push(...written.flatMap(work => doneWith(work, failed.get(work.customer))))
    pending = written.filter(({ customer }) => failed.get(customer) === 'stale')
  }
  const error = new RetryLater('others kept writing what the customer contributes')
  return [...done, ...pending.map(work => ({ work, error }))]
}

const doneWith = (work: Refold, failure: unknown): Done[] =>
  failure === 'stale' ? [] : failure === undefined ? [{ work }] : [{ work, error: failure }]

type Tried = { work: Refold; chains: Chain[] } | { work: Refold; error: unknown }

async function tried(work: Refold, plan: () => Promise<Chain[]>): Promise<Tried> {
  try {
    return { work, chains: await plan() }
  } catch (error) {
    return { work, error }
  }
}
