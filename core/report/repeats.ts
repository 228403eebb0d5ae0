import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import { readSigns } from '../conversation/read-signs.ts'
import { type Compared, compared, partsOf, type Told } from '../repeat/same-matter.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { ContactFact } from './facts.ts'
import { isQuestion, isRecent } from './fold/folding.ts'

/** More contacts before one than these are not looked at. */
const mostBefore = 50

/**
 * Contacts, each that a customer made again for the same matter with the one of theirs before it: of one conversation, and
 * surely of one matter (core/repeat/same-matter.ts). What stands more than thirty days before a contact is not looked at, so
 * that the answer is the same whatever else is read.
 */
export function withRepeats(facts: readonly ContactFact[], entries: readonly ContactEntry[]): ContactFact[] {
  const tell = teller(entries)
  const found = new Map([...byMatter(facts).values()].flatMap(contacts => repeatsIn(contacts, tell)))
  return facts.map(fact => {
    const repeats = found.get(fact.id)
    return repeats === undefined ? fact : { ...fact, repeats }
  })
}

function byMatter(facts: readonly ContactFact[]): Map<string, ContactFact[]> {
  const matters = new Map<string, ContactFact[]>()
  for (const fact of facts) {
    if (fact.conversation === undefined) continue
    const known = matters.get(fact.conversation)
    if (known) known.push(fact)
    else matters.set(fact.conversation, [fact])
  }
  return matters
}

type Tell = (id: string) => Compared[]

/** What a contact says, read once, and only of contacts that anybody asks for. */
function teller(entries: readonly ContactEntry[]): Tell {
  const states = new Map(entries.map(({ entryId, state }) => [entryId, state]))
  const told = new Map<string, Compared>()
  return id => {
    const state = states.get(id)
    if (state === undefined) return []
    const known = told.get(id)
    if (known !== undefined) return [known]
    const contact = viewContact(state)
    const one = compared({ contact, references: referencesIn(contact) })
    told.set(id, one)
    return [one]
  }
}

const references = new Map<string, Told['references']>()
const mostKept = 2000

/** Customers are folded several times for one contact; reading its words costs more than all else about it. */
function referencesIn(contact: Contact): Told['references'] {
  const { text, subject, direction, language, occurredAt } = contact
  const name = JSON.stringify([text, subject, direction, language, occurredAt.slice(0, 10)])
  const known = references.get(name)
  if (known !== undefined) return known
  if (references.size >= mostKept) references.clear()
  const found = readSigns(contact).references
  references.set(name, found)
  return found
}

function repeatsIn(contacts: ContactFact[], tell: Tell): [string, string][] {
  if (contacts.filter(isQuestion).length < 2) return []
  const sorted = contacts.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
  return sorted.flatMap((contact, n): [string, string][] => {
    if (!isQuestion(contact)) return []
    const before = sorted.slice(Math.max(0, n - mostBefore), n).filter(({ at }) => isRecent(at, contact.at))
    if (!before.some(isQuestion)) return []
    const parts = partsOf([...before, contact].flatMap(({ id }) => tell(id)))
    const earlier = before.findLast(one => isQuestion(one) && parts.get(one.id) === parts.get(contact.id))
    return earlier ? [[contact.id, earlier.id]] : []
  })
}
