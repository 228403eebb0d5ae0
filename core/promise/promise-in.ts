import type { FactContext } from '../facts/fact.ts'
import { sayings } from '../facts/sayings.ts'
import { dueDay, isPromise, namesATime } from './promise.ts'

/** A sentence that promises something, and the day by which, where it names one: `YYYY-MM-DD`. */
export type Promise = { sentence: string; by?: string }

/** What a text of ours promises: the last of its sentences that says when, else none, because "we will help" binds nobody. */
export function promiseIn(text: string, context: FactContext): Promise | undefined {
  const sentence = sayings(text).findLast(said => isPromise(said) && namesATime(said))
  if (sentence === undefined) return undefined
  const by = dueDay(sentence, context)
  return { sentence, ...(by !== undefined && { by }) }
}
