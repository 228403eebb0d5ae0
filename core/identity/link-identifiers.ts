import type { Identifier } from '../contact/identifier.ts'
import { streamName } from '../contact/stream.ts'
import { type Act, operationOf, signature, wholeSteps } from './act.ts'
import { carryOut, type IdentityDeps, type Outcome } from './carry-out.ts'
import { type Change, type Closure, edgesOf, storedLink } from './closure.ts'
import { identifierClass } from './identifier-class.ts'
import { type IdentityIds, sortedPair } from './ids.ts'
import { type CannotLink, isActive, type Link } from './link.ts'

/** The rule of links that somebody made. */
const agentRule = 'agent'

/** Somebody's statement that two streams are one person: T2, not merely asserted; made again, it holds again. */
export function agentLink(ids: IdentityIds, x: string, y: string, act: Act, at: string): Link {
  const [a, b] = sortedPair(x, y)
  const id = ids.link(a, b, agentRule)
  return { id, a, b, tier: 'T2', rule: agentRule, asserted: false, state: 'active', ...signature(act, at) }
}

/** Somebody's statement that two streams are two people. */
export function agentCannotLink(ids: IdentityIds, x: string, y: string, act: Act, at: string): CannotLink {
  const [a, b] = sortedPair(x, y)
  return { id: ids.cannotLink(a, b), a, b, state: 'active', ...signature(act, at) }
}

/**
 * Records that two identifiers are one person. Identifiers not seen before get their customer here. A link that a
 * limit or a cannot-link leaves without effect is kept, and named in the outcome's `refused`.
 */
export async function linkIdentifiers(deps: IdentityDeps, x: Identifier, y: Identifier, act: Act): Promise<Outcome> {
  const [a, b] = [streamName(x), streamName(y)]
  if (a === b) return { outcome: 'refused', reason: 'same-identifier' }
  if ([x, y].some(end => identifierClass(end) !== 'personal')) return { outcome: 'refused', reason: 'blocked' }
  return carryOut(deps, {
    operation: operationOf('link', act),
    start: wholeSteps([a, b]),
    decide: closure => ({ changes: linkChanges(closure, agentLink(deps.ids, a, b, act, deps.now())) }),
    marked: true,
    divisible: false,
  })
}

/** Records that two identifiers are two people: they share no customer while this stands. */
export async function keepApart(deps: IdentityDeps, x: Identifier, y: Identifier, act: Act): Promise<Outcome> {
  const [a, b] = [streamName(x), streamName(y)]
  if (a === b) return { outcome: 'refused', reason: 'same-identifier' }
  return carryOut(deps, {
    operation: operationOf('cannot-link', act),
    start: wholeSteps([a, b]),
    decide: closure => ({ changes: cannotLinkChanges(closure, agentCannotLink(deps.ids, a, b, act, deps.now())) }),
    marked: true,
    divisible: false,
  })
}

/** What holds already is not written again. */
function linkChanges(closure: Closure, link: Link): Change[] {
  const stored = storedLink(closure, link.id)
  return stored && isActive(stored) ? [] : [{ link }]
}

function cannotLinkChanges(closure: Closure, cannotLink: CannotLink): Change[] {
  const stored = edgesOf(closure).cannotLinks.find(({ id }) => id === cannotLink.id)
  return stored && isActive(stored) ? [] : [{ cannotLink }]
}
