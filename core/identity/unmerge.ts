import { type Identifier, identifierName } from '../contact/identifier.ts'
import { type Act, operationOf, wholeSteps } from './act.ts'
import { carryOut, type IdentityDeps, type Outcome, type Request } from './carry-out.ts'
import { type Change, type Closure, crossableLinks, edgesOf } from './closure.ts'
import type { Link } from './link.ts'
import { agentCannotLink } from './link-identifiers.ts'
import { streamIdentifier } from './member.ts'
import { customersByStream, regroup } from './plan.ts'
import { readCustomer } from './read-customer.ts'
import { revokedLink } from './revoke.ts'

/**
 * Takes some of a customer's identifiers away from the rest: every link that may be crossed between the two sides is
 * revoked, and a cannot-link is set between them, or the next contact would merge them again. Where a side falls apart
 * without the other, each of its parts is kept apart. Claims that a shared line refuses stay: they are what makes it
 * shared. Ids, members and pointers are as if the sides had never been merged.
 * Undefined when there is no such customer. Many links take several transactions under the one operation id, each
 * canonical for its links; the same act again finishes what a crash left.
 */
export async function unmerge(
  deps: IdentityDeps,
  customer: string,
  identifiers: readonly Identifier[],
  act: Act,
): Promise<Outcome | undefined> {
  const record = await readCustomer(deps.store, customer)
  const head = record?.members[0]?.stream
  if (record === undefined || head === undefined) return undefined
  const away = new Set(identifiers.map(identifierName))
  return carryOut(deps, {
    operation: operationOf('unmerge', act),
    start: wholeSteps(record.members.map(({ stream }) => stream)),
    decide: closure => unmergeChanges(deps, closure, head, away, act),
    marked: true,
    divisible: true,
  })
}

function unmergeChanges(
  deps: IdentityDeps,
  closure: Closure,
  head: string,
  away: Set<string>,
  act: Act,
): ReturnType<Request['decide']> {
  const sides = findSides(deps, closure, head, away)
  if ('refused' in sides) return sides
  const at = deps.now()
  const revoked = crossableLinks(closure, edgesOf(closure).links)
    .filter(link => crosses(link, sides))
    .map((link): Change => ({ link: revokedLink(link, act, at) }))
  const apart = keptApart(deps, closure, revoked, sides).map(
    ([a, b]): Change => ({ cannotLink: agentCannotLink(deps.ids, a, b, act, at) }),
  )
  return { changes: [...apart, ...revoked] }
}

type Sides = { away: Set<string>; rest: Set<string> }

/** The members named, and the other members of the customer that holds `head`. */
function findSides(
  deps: IdentityDeps,
  closure: Closure,
  head: string,
  names: Set<string>,
): Sides | { refused: 'not-a-member' | 'nothing-left' } {
  const isNamed = (stream: string) => names.has(identifierName(streamIdentifier(stream)))
  const customers = customersByStream(regroup(closure, [], deps.ids))
  const members = customers.get(head)?.members.map(({ stream }) => stream) ?? []
  const named = members.filter(isNamed)
  const found = new Set(named.map(stream => identifierName(streamIdentifier(stream))))
  if (named.length === 0 || found.size < names.size) return { refused: 'not-a-member' }
  const rest = members.filter(stream => !isNamed(stream))
  return rest.length === 0 ? { refused: 'nothing-left' } : { away: new Set(named), rest: new Set(rest) }
}

const crosses = ({ a, b }: Link, { away, rest }: Sides): boolean =>
  (away.has(a) && rest.has(b)) || (away.has(b) && rest.has(a))

/** The least stream of every part that each side falls into, one pair for every two parts across. */
function keptApart(deps: IdentityDeps, closure: Closure, revoked: Change[], sides: Sides): [string, string][] {
  const { customers } = regroup(closure, revoked, deps.ids)
  const heads = (side: Set<string>) =>
    customers.flatMap(({ members }) => members.find(({ stream }) => side.has(stream))?.stream ?? [])
  return heads(sides.away).flatMap(a => heads(sides.rest).map((b): [string, string] => [a, b]))
}
