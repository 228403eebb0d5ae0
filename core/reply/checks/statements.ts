import { type FactContext, referenceKinds } from '../../facts/fact.ts'
import { factsIn } from '../../facts/facts-in.ts'
import { amountsIn } from '../../facts/read/amount.ts'
import { sentencesOf } from '../../facts/sentence.ts'
import { hint } from '../../facts/words/hints.ts'
import { type DayContext, type Days, daysIn, timesIn } from './days.ts'
import { deniedIn, ofMoney, subjectsOf } from './subjects.ts'

/** A sentence of ours as far as another one can contradict it. `references` are the matters that it may be about. */
export type Statement = {
  sentence: string
  subjects: ReadonlySet<string>
  references: readonly string[]
  days?: Days
  times: readonly string[]
  amounts: readonly string[]
  /** What it says no to; undefined where it depends on something. */
  denied?: ReadonlySet<string>
}

/** Nobody reads on behind so many sentences; it also bounds what checking takes. */
const mostSentences = 100

/** What a text of ours states. Questions state nothing, and neither do sentences that are about nothing we know. */
export function statementsIn(text: string, context: DayContext): Statement[] {
  const ours = { ...context, by: 'company' as const }
  const read = sentencesOf(text)
    .slice(0, mostSentences)
    .map(({ text: sentence }) => ({ sentence, references: referencesOf(sentence, ours) }))
  const all = [...new Set(read.flatMap(({ references }) => references))]
  return read.flatMap(({ sentence, references }) =>
    sentence.includes('?') ? [] : statement(sentence, references.length > 0 ? references : all, ours),
  )
}

function statement(sentence: string, references: readonly string[], context: DayContext): Statement[] {
  const subjects = subjectsOf(sentence)
  if (subjects.size === 0) return []
  const days = daysIn(sentence, context)
  const denied = deniedIn(sentence)
  const amounts = amountsIn(sentence, context, hint.money).map(({ value }) => value)
  return [
    {
      ...{ sentence: sentence.trim(), subjects, references, times: timesIn(sentence), amounts },
      ...(days && { days }),
      ...(denied && { denied }),
    },
  ]
}

const referencesOf = (sentence: string, context: FactContext): string[] =>
  (/\d/.test(sentence) ? factsIn(sentence, context) : []).flatMap(({ kind, value, holder }) =>
    holder !== 'other' && referenceKinds.some(one => one === kind) ? [value] : [],
  )

export const differences = ['yes or no', 'amount', 'date', 'time'] as const
export type Difference = (typeof differences)[number]

/** In what a statement contradicts an earlier one; undefined: in nothing, or they are about different things. */
export function differenceOf(now: Statement, earlier: Statement): Difference | undefined {
  const subjects = [...now.subjects].filter(subject => earlier.subjects.has(subject))
  if (subjects.length === 0 || !isSameMatter(now, earlier)) return undefined
  if (subjects.some(subject => isTurnedRound(now, earlier, subject))) return 'yes or no'
  if (subjects.some(subject => ofMoney.has(subject)) && differ(now.amounts, earlier.amounts)) return 'amount'
  if (now.days && earlier.days && isAnotherTime(now.days, earlier.days)) return 'date'
  return isOneDay(now.days, earlier.days) && differ(now.times, earlier.times) ? 'time' : undefined
}

const isTurnedRound = ({ denied: now }: Statement, { denied: earlier }: Statement, subject: string): boolean =>
  now !== undefined && earlier !== undefined && now.has(subject) !== earlier.has(subject)

/** Without a number a statement is about what the customer and we speak of. */
const isSameMatter = ({ references: a }: Statement, { references: b }: Statement): boolean =>
  a.length === 0 || b.length === 0 || a.some(one => b.includes(one))

/** Later than was said, or outside of it: "by Thursday" keeps what "by Friday" said, not the other way round. */
const isAnotherTime = (now: Days, earlier: Days): boolean => now.to > earlier.to || now.to < earlier.from

const isOneDay = (a: Days | undefined, b: Days | undefined): boolean =>
  a === undefined || b === undefined || a.to === b.to

const differ = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some(one => b.includes(one))

/** Whether a statement also says what it differs from: who writes "Friday instead of Thursday" knows of Thursday. */
export function isAware(now: Statement, earlier: Statement, difference: Difference): boolean {
  if (![...now.subjects].some(subject => earlier.subjects.has(subject))) return false
  const days = earlier.days !== undefined && now.days?.named.includes(earlier.days.to) === true
  const amounts = now.amounts.some(amount => earlier.amounts.includes(amount))
  const times = now.times.some(time => earlier.times.includes(time))
  switch (difference) {
    case 'date':
      return days
    case 'amount':
      return amounts
    case 'time':
      return times
    case 'yes or no':
      return days || amounts || times
    default:
      return difference satisfies never
  }
}
