import { plainWords } from '../../facts/found.ts'
import type { BriefInput } from '../brief.ts'
import { type Draft, unproven } from '../draft.ts'
import { isCurrent, type Reading } from '../reading.ts'
import { firstWords, listed, monthText } from '../wording.ts'

/** Who the customer is: the name they give, since when we know them, the departments that they are in touch with. */
export function whoDraft(reading: Reading, { since, contacts }: BriefInput): Draft | undefined {
  const first = inboundOf(reading)[0] ?? reading.contacts[0]
  if (first === undefined) return undefined
  const stated = statedName(reading)
  const named = signedContact(reading)
  const shown = shownName(reading) ?? first.contact.from.handle ?? 'Customer'
  const isStated = stated !== undefined && plainWords(shown).includes(stated.value)
  const entryIds = [...new Set([isStated ? stated.turn : (named ?? first).contact.id, ...departmentEntries(reading)])]
  const departments = [...new Set(contacts.slice(0, recent).map(({ contact }) => contact.department))].slice(0, 3)
  const known = since === undefined ? '' : `, customer since ${monthText(since)}`
  const touch = departments.length === 0 ? '' : `, in touch with ${listed(departments)}`
  const doubt = reading.isAsserted(entryIds) ? unproven : ''
  return {
    most: 14,
    write: words => {
      const whole = `${shown}${known}${touch}${doubt}.`
      const text = whole.split(/\s+/).length <= words ? whole : `${firstWords(`${shown}${known}`, words)}${doubt}.`
      const facts = isStated ? [{ kind: 'person' as const, value: stated.value, entryId: stated.turn }] : []
      return words < 2 ? undefined : { kind: 'who', text, entryIds, facts }
    },
  }
}

/** The name that is shown: the one on the customer's contacts, else the one that they gave. */
export const shownName = (reading: Reading): string | undefined =>
  signedContact(reading)?.contact.from.name ?? statedName(reading)?.written.replace(/\s+/g, ' ')

const inboundOf = ({ contacts }: Reading) =>
  contacts.filter(({ contact, fromOther }) => contact.direction === 'inbound' && fromOther !== true)

const signedContact = (reading: Reading) =>
  inboundOf(reading).find(({ contact, asserted }) => contact.from.name !== undefined && !asserted)

const statedName = (reading: Reading) => reading.facts.findLast(fact => fact.kind === 'person' && isCurrent(fact))

const recent = 50

/** One contact for each department that is named. */
function departmentEntries({ contacts }: Reading): string[] {
  const byDepartment = new Map<string, string>()
  for (const { contact } of contacts.slice(0, recent))
    if (!byDepartment.has(contact.department)) byDepartment.set(contact.department, contact.id)
  return [...byDepartment.values()].slice(0, 3)
}
