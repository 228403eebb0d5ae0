import { type Act, operationOf, signature, wholeSteps } from './act.ts'
import { carryOut, type IdentityDeps, type Outcome } from './carry-out.ts'
import { type Change, type Closure, storedLink } from './closure.ts'
import { isActive, type Link } from './link.ts'

/** A link as an act takes it back. Evidence does not bring it back; somebody may. */
export const revokedLink = (link: Link, act: Act, at: string): Link => {
  const { reason: _reason, ...rest } = link
  return { ...rest, state: 'revoked', ...signature(act, at) }
}

/** Takes one link back; undefined when there is no such link. Taken back already, nothing changes. */
export async function revoke(deps: IdentityDeps, linkId: string, act: Act): Promise<Outcome | undefined> {
  const link = await deps.store.readLink(linkId)
  if (link === undefined) return undefined
  return carryOut(deps, {
    operation: operationOf('revoke', act),
    start: wholeSteps([link.a, link.b]),
    decide: closure => ({ changes: revocation(closure, linkId, act, deps.now()) }),
    marked: true,
    divisible: false,
  })
}

function revocation(closure: Closure, linkId: string, act: Act, at: string): Change[] {
  const stored = storedLink(closure, linkId)
  return stored && isActive(stored) ? [{ link: revokedLink(stored, act, at) }] : []
}
