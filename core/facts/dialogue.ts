import type { Fact, FactContext, Voice } from './fact.ts'
import { isSame, type Known, type Memory, nothingBefore } from './memory.ts'
import { askedFor, askedToTry, asksWhatIsMeant } from './questions.ts'
import { versionsIn } from './read/version.ts'
import { type Reading, readText } from './read-text.ts'

/** One text of an exchange, whoever wrote it. Turns stand in the order in which they were said. */
export type Turn = { id: string; by: Voice; text: string; context: FactContext }

/** A fact with the turn that states it and its words there. `stale`: the customer took it back, in this turn or a later one. */
export type DialogueFact = Fact & { turn: string; by: Voice; written: string; stale: boolean }

/** How many values are kept in mind for corrections: people correct what they said last. */
const mostKnown = 40

/**
 * The facts of an exchange, oldest first: what customers state, answer to a question and correct. What the company writes is
 * held by `author` (its own) or `addressee` (the customer).
 */
export function factsOf(turns: readonly Turn[]): DialogueFact[] {
  const facts: DialogueFact[] = []
  let memory: Memory = nothingBefore
  for (const turn of turns) {
    const before = turn.by === 'company' ? nothingBefore : memory
    const reading = readText(turn.text, { ...turn.context, by: turn.by }, before)
    if (turn.by !== 'company') for (const value of reading.retracted) outdate(facts, value)
    facts.push(
      ...reading.taken.map(fact => stated(turn, fact, true)),
      ...reading.facts.map(fact => stated(turn, fact, false)),
    )
    memory = turn.by === 'company' ? heard(memory, turn.text, reading.facts) : told(memory, reading)
  }
  return facts
}

const stated = (turn: Turn, fact: Fact, stale: boolean): DialogueFact => ({
  ...fact,
  turn: turn.id,
  by: turn.by,
  written: turn.text.slice(fact.start, fact.end),
  stale,
})

function outdate(facts: DialogueFact[], value: string): void {
  for (const [at, fact] of facts.entries())
    if (isSame(fact, value) && fact.holder !== 'other') facts[at] = { ...fact, stale: true }
}

const asKnown = ({ kind, value }: Known): Known => ({ kind, value })

/** A new question takes the place of the ones before; without one they stay open ("please", "one moment"). */
function heard(memory: Memory, text: string, read: readonly Fact[]): Memory {
  const asked = askedFor(text)
  const triable = askedToTry(text)
  const named = read.filter(({ holder }) => holder === 'addressee').map(asKnown)
  return {
    known: memory.known,
    asked: asked.length > 0 ? asked : memory.asked,
    named,
    meant: asksWhatIsMeant(text) ? [...named, ...versionsIn(text)].map(asKnown) : [],
    ...(triable !== undefined && { triable }),
  }
}

function told(memory: Memory, { facts, retracted, carried }: Reading): Memory {
  const own = facts.filter(({ holder }) => holder !== 'other').map(asKnown)
  const isRestated = ({ value }: Known): boolean => memory.known.some(one => isSame(one, value))
  // A signature states a phone again and again: it was stated where it was new.
  const fresh = own.filter(one => one.kind !== 'phone' || !isRestated(one))
  const left = memory.known.filter(one => !retracted.some(value => isSame(one, value)))
  const known = [...left, ...fresh].slice(-mostKnown)
  const answered = new Set(own.map(({ kind }) => kind))
  return { known, asked: memory.asked.filter(kind => !answered.has(kind)), named: memory.named, carried }
}
