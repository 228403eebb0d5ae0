import type { Evidence } from '../../contact/contact.ts'
import { type Identifier, sameIdentifier } from '../../contact/identifier.ts'
import { isOwn, type Source } from '../../source/source.ts'
import { phoneIdentifier } from '../phone/phone-number.ts'
import type { EvidenceInput } from './contact-input.ts'

/**
 * The identifier in its one written form: E.164, a lower-cased address, the source's own line. Undefined when the value
 * is none of its type, so that a mistyped number does not become a customer.
 */
export function claimedIdentifier({ type, value }: Identifier, source: Source): Identifier | undefined {
  switch (type) {
    case 'phone':
      return phoneIdentifier(value, source.defaultRegion) ?? ownNumber(value, source)
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(value) ? { type, value: value.toLowerCase() } : undefined
    case 'line':
      return { type, value: source.id }
    case 'facebook':
    case 'instagram':
      return /^[^:\s]+:\S+$/.test(value) ? { type, value } : undefined
    case 'x':
    case 'whatsapp':
    case 'mastodon':
    case 'bluesky':
    case 'account':
      return { type, value }
    default:
      return type satisfies never
  }
}

/** The company's own numbers may be such as no customer can have. */
const ownNumber = (value: string, source: Source): Identifier | undefined =>
  isOwn(source, { type: 'phone', value }) ? { type: 'phone', value } : undefined

/**
 * What a sender may claim (docs/decisions/0030): a signed source vouches for its own customer ids and for the author it
 * names; anything else it says of the author counts as asserted and checkable at best. `how` says that it was claimed,
 * so that no sender can write a rule's own words.
 */
export function claimedEvidence(claim: EvidenceInput, identifier: Identifier, author: Identifier): Evidence {
  const mayProve = identifier.type === 'account' || sameIdentifier(identifier, author)
  const tier = claim.tier === 'T1' && !mayProve ? 'T2' : claim.tier
  return { identifier, tier, how: `claimed-${claim.how}` }
}
