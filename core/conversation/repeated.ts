import type { Fact, FactKind } from '../facts/fact.ts'
import type { StatusEvent } from '../timeline/event.ts'
import { keptStatements, type Matters, type Statement } from './matters.ts'

/** What nobody states twice for pleasure. Names, numbers and addresses under every mail are no repetition. */
const counted: readonly FactKind[] = ['order', 'case', 'tracking', 'invoice', 'account', 'device', 'address']

export type Repetition = NonNullable<StatusEvent['places']>

/** Facts of the contact's author about themselves that count when they are stated again. */
export const statementsOf = (facts: readonly Fact[], contactId: string, at: string): Statement[] =>
  facts
    .filter(({ kind, holder }) => counted.includes(kind) && holder === 'author')
    .map(({ kind, value, start, end }) => ({ kind, value: value.slice(0, 128), contactId, at, start, end }))

/** What a contact states that the customer's timeline already held, with both places. */
export function repeatedIn(statements: readonly Statement[], known: readonly Matters[]): Repetition {
  const earlier = new Map(known.flatMap(({ stated }) => stated).map(statement => [nameOf(statement), statement]))
  const repeated = new Map<string, Repetition[number]>()
  for (const again of statements) {
    const first = earlier.get(nameOf(again))
    if (first === undefined || first.contactId === again.contactId || first.at > again.at) continue
    repeated.set(nameOf(again), { kind: again.kind, first: placeOf(first), again: placeOf(again) })
  }
  return [...repeated.values()].slice(0, 20)
}

/** What a stream is known to state, with a contact's statements; each once, at its earliest place. */
export function withStatements(stated: readonly Statement[], more: readonly Statement[]): Statement[] {
  const byName = new Map<string, Statement>()
  for (const statement of [...stated, ...more]) {
    const known = byName.get(nameOf(statement))
    if (known === undefined || statement.at < known.at) byName.set(nameOf(statement), statement)
  }
  return [...byName.values()].slice(-keptStatements)
}

const nameOf = ({ kind, value }: Statement): string => `${kind} ${value}`

const placeOf = ({ contactId, start, end }: Statement) => ({ entryId: contactId, start, end })
