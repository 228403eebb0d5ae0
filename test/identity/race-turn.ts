import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import type { Act } from '../../core/identity/act.ts'
import { contactFrom, says } from './receive.ts'
import { email } from './world.ts'

/** What both racers do at a turn. */
export type Turn = { contacts: Contact[]; merge?: [Identifier, Identifier]; unmerge?: [Identifier, Identifier] }

/**
 * Every turn creates a customer of two identifiers. Every tenth is about the people of the turn before and races with
 * it too; now and then the two are merged, or unmerged, by somebody.
 */
export function turnOf(n: number): Turn {
  const person = n % 10 === 3 ? n - 1 : n
  const [mail, phone, account] = [email(`alice${person}`), phoneOf(person), accountOf(person)]
  const [signed, said] = [contactFrom(mail, [says(phone)]), contactFrom(account, [says(mail, 'said', 'T2')])]
  if (n % 10 === 3) return { contacts: [said] }
  if (n % 100 === 1) return { contacts: [signed, contactFrom(account)], merge: [mail, account] }
  if (n % 100 === 25) return { contacts: [signed, said], unmerge: [mail, account] }
  return { contacts: [signed] }
}

const phoneOf = (n: number): Identifier => ({ type: 'phone', value: `+4420794${String(n).padStart(5, '0')}` })
const accountOf = (n: number): Identifier => ({ type: 'x', value: `${10_000 + n}` })

/** Two people decide to merge, each for himself; the unmerge is one decision, delivered to both. */
export const mergeAct = (n: number, racer: string): Act => ({ operationId: `merge ${n} by ${racer}`, by: racer })
export const unmergeAct = (n: number): Act => ({ operationId: `unmerge ${n}`, by: 'anna' })
