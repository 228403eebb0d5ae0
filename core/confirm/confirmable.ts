import type { Contact } from '../contact/contact.ts'
import { sameIdentifier } from '../contact/identifier.ts'
import { isActive, type Link, linkOrder, otherEnd } from '../identity/link.ts'
import { streamIdentifier } from '../identity/member.ts'

/** The asserted links at a stream that nothing proven says as well: one for each other end, the strongest. */
export function confirmableLinks(links: readonly Link[], stream: string): Link[] {
  const active = links.filter(isActive).sort(linkOrder)
  const proven = new Set(active.filter(({ asserted }) => !asserted).map(link => otherEnd(link, stream)))
  const byEnd = new Map<string, Link>()
  for (const link of active) {
    const other = otherEnd(link, stream)
    if (!proven.has(other) && !byEnd.has(other)) byEnd.set(other, link)
  }
  return [...byEnd.values()]
}

/**
 * The ends of an asserted link that have to say yes. Whoever made the claim must not confirm it to themselves: a mail
 * that names a victim's number would else take over the victim's history. So the end that was claimed is asked; and the
 * end that claims as well, where its channel does not vouch for it, since anyone may write under another's address.
 */
export function endsToProve({ a, b }: Link, claim: Contact | undefined): string[] {
  const author = claim?.from.identifier
  const claiming = [a, b].find(end => author !== undefined && sameIdentifier(streamIdentifier(end), author))
  if (claim === undefined || claiming === undefined) return [a, b]
  return isVouchedFor(claim) ? [a, b].filter(end => end !== claiming) : [a, b]
}

/** The channel says who wrote it: T1 throughout, and at least once (core/identity/evidence.ts reads it so, too). */
function isVouchedFor({ from, evidence }: Contact): boolean {
  const own = evidence.filter(({ identifier }) => sameIdentifier(identifier, from.identifier))
  return own.length > 0 && own.every(({ tier }) => tier === 'T1')
}
