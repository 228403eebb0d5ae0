import type { FactKind } from '../../../core/facts/fact.ts'

/**
 * A fact of the ground truth. `values` are canonical: a reference as letters and digits, an amount as `1249.50 EUR`, a date
 * as `2026-03-14`, a phone as E.164; for kinds that are words (`device`, `address`, `person`, `tried`) the ways they may be
 * written, each a text whose words must all stand there. `kinds` has more than one where the wording leaves it open.
 */
export type Mark = {
  kinds: readonly FactKind[]
  values: readonly string[]
  /** The customer's own words for it, where quoting them says it as well. */
  words?: readonly string[]
  /** `other`: another person's. `company`: the company's own, or what only an agent said or suggested. */
  holder: 'customer' | 'other' | 'company'
  /** The contacts that state it. */
  entryIds: readonly string[]
  /** The customer took it back later. */
  stale: boolean
  /** It must stand in the brief, so that nobody asks for it again. */
  wanted: boolean
}
