import type { Fact, FactContext, Voice } from './fact.ts'
import type { Known, Memory } from './memory.ts'
import { askedFor, askedToTry } from './questions.ts'
import { readText } from './read-text.ts'

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
  let memory: Memory = { known: [], asked: [], named: [] }
  for (const turn of turns) {
    const {
      facts: read,
      retracted,
      carried,
    } = readText(
      turn.text,
      { ...turn.context, by: turn.by },
      turn.by === 'company' ? { known: [], asked: [], named: [] } : memory,
    )
    if (turn.by !== 'company') for (const value of retracted) outdate(facts, value)
    facts.push(
      ...read.map(fact => ({
        ...fact,
        turn: turn.id,
        by: turn.by,
        written: turn.text.slice(fact.start, fact.end),
        stale: false,
      })),
    )
    memory = turn.by === 'company' ? heard(memory, turn.text, read) : { ...told(memory, read, retracted), carried }
  }
  return facts
}

function outdate(facts: DialogueFact[], value: string): void {
  for (const [at, fact] of facts.entries())
    if (fact.value === value && fact.holder !== 'other') facts[at] = { ...fact, stale: true }
}

const asKnown = ({ kind, value }: Fact): Known => ({ kind, value })

/** A new question takes the place of the ones before; without one they stay open ("please", "one moment"). */
function heard(memory: Memory, text: string, read: readonly Fact[]): Memory {
  const asked = askedFor(text)
  const triable = askedToTry(text)
  return {
    known: memory.known,
    asked: asked.length > 0 ? asked : memory.asked,
    named: read.filter(({ holder }) => holder === 'addressee').map(asKnown),
    ...(triable !== undefined && { triable }),
  }
}

function told(memory: Memory, read: readonly Fact[], retracted: readonly string[]): Memory {
  const own = read.filter(({ holder }) => holder !== 'other').map(asKnown)
  const known = [...memory.known.filter(({ value }) => !retracted.includes(value)), ...own].slice(-mostKnown)
  const answered = new Set(own.map(({ kind }) => kind))
  return { known, asked: memory.asked.filter(kind => !answered.has(kind)), named: memory.named }
}
