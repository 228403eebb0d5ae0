import type { Contact } from '../contact/contact.ts'
import type { FactKind } from '../facts/fact.ts'

export const briefLineKinds = [
  'who',
  'wants',
  'told',
  'asked',
  'answered',
  'promised',
  'open',
  'channels',
  'mood',
  'language',
] as const
export type BriefLineKind = (typeof briefLineKinds)[number]

/** A line of a brief. It says nothing that its entries do not hold. */
export type BriefLine = { kind: BriefLineKind; text: string; entryIds: string[]; facts: BriefFact[] }

/** A fact that a line repeats: its canonical value and the entry that states it. */
export type BriefFact = { kind: FactKind; value: string; entryId: string }

/**
 * A contact of the customer as a brief reads it. `asserted`: an unproven link was crossed to reach it. `fromOther`: the
 * customer only takes part in it, somebody else wrote it, so that nothing in it was told by the customer.
 */
export type BriefContact = { contact: Contact; asserted: boolean; conversation?: string; fromOther?: boolean }

/** A matter of the customer that is not resolved. */
export type BriefMatter = { id: string; title: string; status: string; openedAt: string; entryIds: string[] }

/**
 * All that a brief is made of. `contacts` newest first, at most 500; times are RFC 3339 UTC; `region` is where the company
 * takes numbers and dates to be of that nothing of the customer tells (ISO 3166).
 */
export type BriefInput = {
  now: string
  since?: string
  region?: string
  contacts: BriefContact[]
  matters: BriefMatter[]
}
