import type { BriefLine } from '../../../core/brief/brief.ts'
import { firstWords, wordCount } from '../reading/words.ts'
import { type Case, showsMark } from './case.ts'
import { citationFaults } from './citations.ts'
import { factFaults } from './facts.ts'
import { type Fault, linePart } from './fault.ts'
import { forbiddenIn } from './forbidden.ts'
import type { Mark } from './mark.ts'
import { unknownNumbers } from './unknown.ts'

/** `found`: the marks that a reader of the first `wordLimit` words learns. */
export type Score = {
  id: string
  words: number
  wanted: readonly Mark[]
  found: readonly Mark[]
  faults: readonly Fault[]
}

/** What an agent reads. Words behind it count for nothing, so a brief that repeats everything gains nothing. */
export const wordLimit = 120

export function score(example: Case, lines: readonly BriefLine[]): Score {
  const wanted = example.marks.filter(mark => mark.wanted && !mark.stale && mark.holder === 'customer')
  const read = firstWords(
    lines.map(({ text }) => text),
    wordLimit,
  )
  return {
    id: example.id,
    words: lines.reduce((sum, { text }) => sum + wordCount(text), 0),
    wanted,
    found: wanted.filter(mark => read.some(text => showsMark(text, mark))),
    faults: lines.flatMap(line => faultsOf(example, line)),
  }
}

function faultsOf(example: Case, line: BriefLine): Fault[] {
  const found = [
    ...forbiddenIn(example, line),
    ...unknownNumbers(example, line),
    ...factFaults(example, line),
    ...citationFaults(example, line),
  ]
  const seen = new Set<string>()
  return found.filter(fault => {
    const key = `${fault.type} ${linePart(fault)}`
    return !seen.has(key) && seen.add(key)
  })
}
