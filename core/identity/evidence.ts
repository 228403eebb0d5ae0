import type { Contact, Evidence, Tier } from '../contact/contact.ts'
import { type Identifier, sameIdentifier } from '../contact/identifier.ts'
import { streamName } from '../contact/stream.ts'
import { identifierClass } from './identifier-class.ts'
import { type IdentityIds, sortedPair } from './ids.ts'
import { joinEvidence, type Link, type LinkTier } from './link.ts'

/** What signs a link that a contact's evidence made. */
export const byEvidence = 'evidence'

export type EvidenceContext = { ids: IdentityIds; at: string; own: readonly Identifier[] }

/**
 * The links that an inbound contact proposes between its author and the identifiers it shows, one per pair and rule.
 * A link is as strong as the weaker of what vouches for the author and for the identifier; T4 on either side makes
 * none. Identifiers that name nobody, a line, or the company itself are never linked.
 */
export function proposeLinks(contact: Contact, context: EvidenceContext): Link[] {
  const author = contact.from.identifier
  if (contact.direction !== 'inbound' || identifierClass(author, context.own) !== 'personal') return []
  const verified = authorTier(contact)
  const byId = new Map<string, Link>()
  for (const shown of contact.evidence) {
    const link = isLinkable(author, shown.identifier, context) && proposeLink(contact, verified, shown, context)
    if (link) byId.set(link.id, joinEvidence(byId.get(link.id), link))
  }
  return [...byId.values()]
}

const isLinkable = (author: Identifier, shown: Identifier, { own }: EvidenceContext): boolean =>
  !sameIdentifier(author, shown) && identifierClass(shown, own) === 'personal'

/** How far the channel vouches for the author. Nothing said is T3: the author merely claims the address. */
function authorTier({ from, evidence }: Contact): Tier {
  const tiers = evidence.filter(({ identifier }) => sameIdentifier(identifier, from.identifier)).map(({ tier }) => tier)
  return tiers.length === 0 ? 'T3' : tiers.reduce(weaker)
}

function proposeLink(
  { id: contactId, from }: Contact,
  verified: Tier,
  shown: Evidence,
  { ids, at }: EvidenceContext,
): Link | undefined {
  const tier = linkTier(weaker(verified, shown.tier))
  if (tier === undefined) return undefined
  const [a, b] = sortedPair(streamName(from.identifier), streamName(shown.identifier))
  const id = ids.link(a, b, shown.how)
  const asserted = tier !== 'T1'
  return { id, a, b, tier, rule: shown.how, asserted, state: 'active', by: byEvidence, at, contactId }
}

const weaker = (a: Tier, b: Tier): Tier => (a < b ? b : a)

const linkTier = (tier: Tier): LinkTier | undefined => (tier === 'T4' ? undefined : tier)
