import type { BriefFact, BriefLine } from '../../../core/brief/brief.ts'
import { states } from '../reading/states.ts'
import { holdsWords } from '../reading/words.ts'
import type { Case } from './case.ts'
import type { Fault } from './fault.ts'
import { allowedIn } from './forbidden.ts'
import type { Mark } from './mark.ts'

/** Facts of a line that its entry does not state, that belong to somebody else, or that were taken back. */
export const factFaults = (example: Case, line: BriefLine): Fault[] =>
  line.facts.flatMap(fact => {
    const why = whyWrong(example, line, fact)
    return why === undefined
      ? []
      : [{ type: why === 'taken back' ? 'stale' : 'wrong', line: line.kind, what: nameOf(example, fact), why }]
  })

function whyWrong(example: Case, line: BriefLine, fact: BriefFact): string | undefined {
  const matching = example.marks.filter(mark => isFact(mark, fact))
  const ofKind = matching.filter(({ kinds }) => kinds.includes(fact.kind))
  const right = ofKind.filter(mark => allowedIn(line, mark))
  if (right.some(({ stale }) => !stale)) return undefined
  if (right.length > 0) return 'taken back'
  if (ofKind.length > 0) return ofKind.some(({ holder }) => holder === 'other') ? 'another person’s' : 'the company’s'
  if (matching.length > 0) return `stated as ${matching[0]?.kinds[0]}`
  return unmarked(example, line, fact)
}

/** As its mark has it, so that one fault in text and facts is one. */
function nameOf({ marks }: Case, fact: BriefFact): string {
  const mark = marks.find(one => isFact(one, fact) && one.kinds.includes(fact.kind))
  return `${fact.kind} ${mark?.values[0] ?? fact.value}`
}

/**
 * A fact that no mark knows. Marks are complete, so among what the customer told there is none, but for the names that
 * contacts carry, and for a remedy in other words than its mark has. Lines about what we did may name more, as far as
 * their entry says it.
 */
function unmarked({ input, marks }: Case, line: BriefLine, { kind, value, entryId }: BriefFact): string | undefined {
  if (kind === 'tried') return triedIn(marks, entryId) ? undefined : 'no remedy that was tried'
  const ofUs = line.kind !== 'told' && line.kind !== 'wants'
  const entry = input.contacts.find(({ contact }) => contact.id === entryId)?.contact
  const said = ofUs && entry !== undefined ? [`${entry.subject ?? ''}\n${entry.text}`] : []
  const parties = input.contacts.map(({ contact }) => partiesOf(contact))
  return [...said, ...parties].some(text => states(text, kind, value)) ? undefined : 'nobody stated it'
}

const triedIn = (marks: readonly Mark[], entryId: string): boolean =>
  marks.some(
    ({ kinds, holder, entryIds }) => kinds.includes('tried') && holder === 'customer' && entryIds.includes(entryId),
  )

const partiesOf = ({ from, to }: Case['input']['contacts'][number]['contact']): string =>
  [from, ...to].map(({ identifier, name = '', handle = '' }) => `${identifier.value} ${name} ${handle}`).join('\n')

/** Whether a fact has the value of a mark, of whatever kind the mark is. */
const isFact = ({ kinds, values }: Mark, { kind, value }: BriefFact): boolean =>
  values.some(
    one =>
      kinds.some(marked => sameSort(marked, kind) && states(value, marked, one)) ||
      (kinds.includes(kind) && holdsWords(one, value)),
  )

const references: readonly string[] = ['order', 'case', 'tracking', 'account', 'invoice']
const sameSort = (a: string, b: string): boolean => a === b || (references.includes(a) && references.includes(b))
