import { type Act, operationOf, signature, wholeSteps } from './act.ts'
import { carryOut, type IdentityDeps, type Outcome } from './carry-out.ts'
import { type Change, type Closure, edgesOf } from './closure.ts'
import { isActive } from './link.ts'
import { agentLink } from './link-identifiers.ts'
import { customersByStream, regroup } from './plan.ts'
import { readCustomer } from './read-customer.ts'

/**
 * Merges two customers: one link between their heads, by the hand of whoever decides, and an end to the cannot-links
 * that stand between them. Undefined when one of them does not exist. Refused, and nothing written, when a limit would
 * leave out the other or any member of both. Customers that are one already stay as they are.
 */
export async function merge(deps: IdentityDeps, x: string, y: string, act: Act): Promise<Outcome | undefined> {
  const customers = await Promise.all([readCustomer(deps.store, x), readCustomer(deps.store, y)])
  const [a, b] = customers.map(customer => customer?.members[0]?.stream)
  if (a === undefined || b === undefined) return undefined
  return carryOut(deps, {
    operation: operationOf('merge', act),
    start: wholeSteps([a, b]),
    decide: closure => mergeChanges(deps, closure, a, b, act),
    marked: true,
    divisible: false,
  })
}

function mergeChanges(deps: IdentityDeps, closure: Closure, a: string, b: string, act: Act): ReturnType<DecideMerge> {
  const before = regroup(closure, [], deps.ids)
  const customers = customersByStream(before)
  const [x, y] = [customers.get(a), customers.get(b)]
  if (x === y) return { changes: [] }
  const sides = [x, y].map(customer => new Set(customer?.members.map(({ stream }) => stream)))
  const at = deps.now()
  const lifted = edgesOf(closure)
    .cannotLinks.filter(isActive)
    .filter(({ a: from, b: to }) => sides.every(side => side.has(from) !== side.has(to)))
    .map((cannotLink): Change => ({ cannotLink: { ...cannotLink, state: 'revoked', ...signature(act, at) } }))
  const link = agentLink(deps.ids, x?.members[0]?.stream ?? a, y?.members[0]?.stream ?? b, act, at)
  const changes = [{ link }, ...lifted]
  const held = new Set(before.refused.map(({ linkId }) => linkId).filter(id => id !== link.id))
  const lost = regroup(closure, changes, deps.ids).refused.find(({ linkId }) => !held.has(linkId))
  return lost ? { refused: lost.reason } : { changes }
}

type DecideMerge = Parameters<typeof carryOut>[1]['decide']
