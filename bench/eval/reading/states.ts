import type { FactKind } from '../../../core/facts/fact.ts'
import { amountOf, amountsIn, sameAmount } from './amounts.ts'
import { holdsCode, holdsEmail, holdsPhone } from './codes.ts'
import { datesIn, dayOf, sameDay } from './dates.ts'
import { holdsTogether, holdsWords } from './words.ts'

/** Whether a text holds a fact of this kind and canonical value, in any of the ways people write it. */
export function states(text: string, kind: FactKind, value: string): boolean {
  switch (kind) {
    case 'order':
    case 'case':
    case 'tracking':
    case 'account':
    case 'invoice':
      return holdsCode(text, value)
    case 'phone':
      return holdsPhone(text, value)
    case 'email':
      return holdsEmail(text, value)
    case 'amount':
      return amountsIn(text).some(found => sameAmount(found, amountOf(value)))
    case 'date':
      return datesIn(text).some(({ days }) => days.some(day => sameDay(day, dayOf(value))))
    case 'address':
      return holdsTogether(text, value)
    case 'device':
    case 'person':
    case 'tried':
      return holdsWords(text, value)
    default:
      return kind satisfies never
  }
}
