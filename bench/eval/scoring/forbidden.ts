import type { BriefLine } from '../../../core/brief/brief.ts'
import { type Case, showsMark } from './case.ts'
import type { Fault } from './fault.ts'
import type { Mark } from './mark.ts'

/** Lines that speak of what agents said: the company's own numbers and advice belong there. */
const ofAgents: readonly string[] = ['asked', 'answered', 'promised', 'open']

/** Marked facts that stand in a line though they are another person's, the company's own, or taken back. */
export function forbiddenIn({ marks }: Case, line: BriefLine): Fault[] {
  const right = marks.filter(mark => allowedIn(line, mark) && !mark.stale)
  return marks
    .filter(mark => !right.includes(mark) && judged(line, mark) && showsMark(line.text, mark))
    .filter(mark => !right.some(other => sameFact(mark, other)))
    .map(mark => ({
      type: mark.holder === 'customer' ? 'stale' : 'wrong',
      line: line.kind,
      what: `${mark.kinds[0]} ${mark.values[0]}`,
      why: mark.holder === 'other' ? 'another person’s' : mark.holder === 'company' ? 'the company’s' : 'taken back',
    }))
}

export const allowedIn = (line: BriefLine, { holder }: Mark): boolean =>
  holder === 'customer' || (holder === 'company' && ofAgents.includes(line.kind))

/** Days and words also stand in other lines for other reasons: the day of a contact, a colleague of the same name. */
function judged(line: BriefLine, { kinds, holder }: Mark): boolean {
  const loose = kinds.some(kind => kind === 'date' || kind === 'tried' || kind === 'device' || kind === 'person')
  return line.kind === 'told' || (!loose && (line.kind === 'wants' || holder !== 'company'))
}

/** Two marks of which no text can say one without the other. */
export const sameFact = (a: Mark, b: Mark): boolean =>
  a.kinds.some(kind => b.kinds.includes(kind)) && a.values.some(value => b.values.includes(value))
