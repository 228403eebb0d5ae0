import { isPromise } from '../../promise/promise.ts'
import type { DayContext } from './days.ts'
import type { Objection } from './objection.ts'
import { type Difference, differenceOf, isAware, type Statement, statementsIn } from './statements.ts'

/** Something that was written to the customer: the entry (or the reply that waits to be sent), its text and its time. */
export type Written = { entryId: string; text: string; at: string }

export type ContradictionInput = {
  text: string
  /** Answers whose promise is still open, in any order. */
  promises: readonly Written[]
  /** What else was answered today, in any order. */
  answersToday: readonly Written[]
  context: DayContext
}

/** One answer is objected to once, however often it is contradicted. */
const mostObjections = 10

/**
 * Where the text says another day, time, amount or yes-or-no than an open promise, or than another answer of today, about
 * the same thing (a call, a delivery, a refund …) of the same matter: by its numbers where both name any. A text that also
 * says what was said before, like "Friday instead of Thursday", is no slip.
 */
export function contradictions({ text, promises, answersToday, context }: ContradictionInput): Objection[] {
  const said = promises.length + answersToday.length === 0 ? [] : statementsIn(text, context)
  if (said.length === 0) return []
  const broken = [...promises]
    .sort(byTime)
    .flatMap(written => objection('contradicts-promise', said, written, context, ({ sentence }) => isPromise(sentence)))
  const promised = new Set(broken.flatMap(({ entryIds }) => entryIds))
  const crossed = [...answersToday]
    .sort(byTime)
    .filter(({ entryId }) => !promised.has(entryId))
    .flatMap(written => objection('contradicts-answer', said, written, context, () => true))
  return [...broken, ...crossed].slice(0, mostObjections)
}

const byTime = (a: Written, b: Written): number => compare(b.at, a.at) || compare(b.entryId, a.entryId)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function objection(
  kind: 'contradicts-promise' | 'contradicts-answer',
  said: readonly Statement[],
  { entryId, text, at }: Written,
  context: DayContext,
  counts: (statement: Statement) => boolean,
): Objection[] {
  const earlier = statementsIn(text, { ...context, writtenAt: at }).filter(counts)
  for (const was of earlier) {
    const difference = said.map(now => differenceOf(now, was)).find(found => found !== undefined)
    if (difference === undefined || said.some(now => isAware(now, was, difference))) continue
    return [{ kind, message: messageOf(kind, difference, was), entryIds: [entryId], waivable: true }]
  }
  return []
}

const sources = { 'contradicts-promise': 'was promised', 'contradicts-answer': 'was answered within a day' }

const messageOf = (kind: keyof typeof sources, difference: Difference, { sentence }: Statement): string =>
  `This says another ${difference === 'yes or no' ? 'yes or no' : difference} than ${sources[kind]}: “${sentence.slice(0, 200)}”.`
