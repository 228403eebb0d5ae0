import { type Act, operationOf, signature, wholeSteps } from '../identity/act.ts'
import { carryOut, type IdentityDeps, type Outcome } from '../identity/carry-out.ts'
import { type Change, type Closure, storedLink } from '../identity/closure.ts'
import { isActive, type Link } from '../identity/link.ts'

/** The rule of links whose ends followed a signed link. */
export const signedLinkRule = 'signed-link'

/** What a confirmed link becomes: the same pair, proven. */
export const confirmedLink = (deps: Pick<IdentityDeps, 'ids'>, { a, b }: Link, act: Act, at: string): Link => ({
  ...{ id: deps.ids.link(a, b, signedLinkRule), a, b, tier: 'T1', rule: signedLinkRule },
  ...{ asserted: false, state: 'active', ...signature(act, at) },
})

/**
 * Records that the ends of an asserted link said themselves that they are one person. Does nothing where the link was
 * taken back meanwhile, or where somebody took an earlier confirmation back: that stays revoked.
 */
export const confirmLink = (deps: IdentityDeps, link: Link, act: Act): Promise<Outcome> =>
  carryOut(deps, {
    operation: operationOf('link', act),
    start: wholeSteps([link.a, link.b]),
    decide: closure => ({ changes: changesOf(closure, link, confirmedLink(deps, link, act, deps.now())) }),
    marked: true,
    divisible: false,
  })

function changesOf(closure: Closure, { id }: Link, confirmed: Link): Change[] {
  const asserted = storedLink(closure, id)
  if (asserted === undefined || !isActive(asserted)) return []
  return storedLink(closure, confirmed.id) === undefined ? [{ link: confirmed }] : []
}
