import type { Atom } from './cells.ts'
import type { CustomerFacts } from './facts.ts'
import { foldContacts } from './fold/contacts.ts'
import { foldConversations } from './fold/conversations.ts'
import { foldCredit } from './fold/credit.ts'
import { type Folding, foldingOf } from './fold/folding.ts'
import { foldPromises } from './fold/promises.ts'
import { foldResponses } from './fold/responses.ts'
import { foldTouches } from './fold/touches.ts'

/** Days of the reporting zone, both included. */
export type Days = { from: string; to: string }

/** How far around a day facts are looked at, and must therefore be known: no definition reaches further. */
export const reachDays = 31

const folds: ((folding: Folding) => Atom[])[] = [
  foldContacts,
  foldResponses,
  foldConversations,
  foldPromises,
  foldCredit,
  foldTouches,
]

/**
 * What a customer contributes to the reports on these days. It depends on nothing but the facts within `reachDays` of a
 * day and which contact was the first: neither on the time at which it is asked, nor on which other days are asked for,
 * so folding a part again is folding the whole again.
 */
export function fold(facts: CustomerFacts, zone: string, days: Days): Atom[] {
  const folding = foldingOf(facts, zone)
  return folds.flatMap(one => one(folding)).filter(({ day }) => days.from <= day && day <= days.to)
}
