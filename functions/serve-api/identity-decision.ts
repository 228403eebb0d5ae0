import { showCustomer } from '../../core/api/customer.ts'
import { type IdentityChange, refusalSentence } from '../../core/api/identity-change.ts'
import { Problem } from '../../core/api/problem.ts'
import { type Actor, actorName, seesPersonalData } from '../../core/api/role.ts'
import type { Act } from '../../core/identity/act.ts'
import type { Outcome } from '../../core/identity/carry-out.ts'
import type { ApiDependencies } from './api-dependencies.ts'
import { auditRead, readFacts } from './customer-access.ts'

/** An act of the one who asks, under an id of its own. */
export const actOf = (deps: ApiDependencies, actor: Actor, reason: string | undefined): Act => ({
  operationId: deps.newId(),
  by: actorName(actor),
  reason,
})

type Done = Extract<Outcome, { outcome: 'done' }>

/** What was decided. Throws `Problem` for what does not exist, is refused, or is too much for one decision. */
export function requireDone(outcome: Outcome | undefined): Done {
  if (outcome === undefined) throw new Problem('not-found', 'There is no customer or link with this id.')
  switch (outcome.outcome) {
    case 'done':
      return outcome
    case 'refused':
      throw new Problem('conflict', refusalSentence(outcome.reason))
    case 'too-large':
      throw new Problem('conflict', 'Too many identifiers hang together there. Unmerge shared lines first.')
    default:
      return outcome satisfies never
  }
}

/**
 * The customers of these streams as they are after a decision. Showing them is a read, which is audited here; the
 * decision itself is audited from the identity log, written with it.
 */
export async function showDecided(
  deps: ApiDependencies,
  actor: Actor,
  done: Done,
  streams: readonly string[],
  why: { decision: string; reason: string | undefined },
): Promise<IdentityChange> {
  const { store } = await deps.identity()
  const customers = [...new Set(streams.flatMap(stream => done.customers.get(stream) ?? []))]
  const records = await store.readRecords(customers)
  const [facts] = await Promise.all([
    Promise.all(records.map(record => readFacts(deps, record))),
    auditRead(deps, actor, 'customer', customers, why),
  ])
  const sight = { sees: seesPersonalData(actor) }
  return { changed: done.changed, customers: facts.map(found => showCustomer(found, sight)) }
}
