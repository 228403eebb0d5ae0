import type { BriefLine } from '../../../core/brief/brief.ts'
import { type Case, showsMark } from './case.ts'
import type { Fault } from './fault.ts'
import type { Mark } from './mark.ts'

/** Places where a line says something that the entries it cites do not hold. */
export function citationFaults({ input, marks }: Case, line: BriefLine): Fault[] {
  const fault = (what: string, why: string): Fault => ({ type: 'cited', line: line.kind, what, why })
  const known = new Set(input.contacts.map(({ contact }) => contact.id))
  const cited = input.contacts.flatMap(({ contact }) => (line.entryIds.includes(contact.id) ? [contact] : []))
  const cites = (mark: Mark): boolean =>
    mark.entryIds.some(id => line.entryIds.includes(id)) ||
    cited.some(({ subject = '', text }) => showsMark(`${subject}\n${text}`, mark))
  const told = marks.filter(mark => mark.wanted && showsMark(line.text, mark))
  return [
    ...(line.entryIds.length === 0 && known.size > 0 ? [fault('', 'cites nothing')] : []),
    ...line.entryIds.filter(id => !known.has(id)).map(id => fault(id, 'no such entry')),
    ...line.facts
      .filter(({ entryId }) => !line.entryIds.includes(entryId))
      .map(({ kind, value }) => fault(`${kind} ${value}`, 'the fact’s entry is not cited')),
    ...(line.kind === 'told' ? told : [])
      .filter(mark => !cites(mark) && !told.some(other => showsMark(mark.values[0] ?? '', other) && cites(other)))
      .map(mark => fault(`${mark.kinds[0]} ${mark.values[0]}`, 'no cited entry states it')),
  ]
}
