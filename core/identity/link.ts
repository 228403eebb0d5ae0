import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** The tiers that link. T4 is a hint and makes no link at all. */
export const linkTiers = ['T1', 'T2', 'T3'] as const
export type LinkTier = (typeof linkTiers)[number]

const decided = {
  state: z.enum(['active', 'revoked']),
  by: z.string().min(1).max(256),
  at: instantSchema,
  contactId: z.string().max(64).optional(),
  reason: z.string().max(1000).optional(),
}

/**
 * Recorded evidence that two streams are one person. `a` < `b` as text. `asserted` links join for reading only, until
 * one that is not asserted (T1, or an agent's) says the same.
 */
export const linkSchema = z.object({
  id: z.string().regex(/^lnk_[a-z2-7]{42}$/),
  a: z.string(),
  b: z.string(),
  tier: z.enum(linkTiers),
  rule: z.string().min(1).max(64),
  asserted: z.boolean(),
  ...decided,
})
export type Link = z.infer<typeof linkSchema>

/** A recorded "these are two people". */
export const cannotLinkSchema = z.object({
  id: z.string().regex(/^can_[a-z2-7]{42}$/),
  a: z.string(),
  b: z.string(),
  ...decided,
})
export type CannotLink = z.infer<typeof cannotLinkSchema>

export type Edges = { links: Link[]; cannotLinks: CannotLink[] }

export const isActive = ({ state }: { state: 'active' | 'revoked' }): boolean => state === 'active'

export const otherEnd = ({ a, b }: { a: string; b: string }, stream: string): string => (stream === a ? b : a)

/** The order in which links are considered: stronger first, proven before asserted, then by id. Arrival plays no part. */
export const linkOrder = (x: Link, y: Link): number =>
  compare(x.tier, y.tier) || Number(x.asserted) - Number(y.asserted) || compare(x.id, y.id)

/**
 * What a link becomes when evidence for it arrives: the strongest seen, in any order. What somebody revoked stays
 * revoked, however often the evidence returns.
 */
export function joinEvidence(known: Link | undefined, found: Link): Link {
  if (known === undefined) return found
  if (!isActive(known)) return known
  const tier = known.tier < found.tier ? known.tier : found.tier
  return { ...known, tier, asserted: known.asserted && found.asserted }
}

/** Whether `found` adds nothing to what is known. */
export function coversEvidence(known: Link | undefined, found: Link): boolean {
  if (known === undefined) return false
  const joined = joinEvidence(known, found)
  return joined.tier === known.tier && joined.asserted === known.asserted
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
