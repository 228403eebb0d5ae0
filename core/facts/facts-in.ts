import { type Fact, type FactContext, type ReferenceKind, referenceKinds } from './fact.ts'
import { nothingBefore } from './memory.ts'
import { readText } from './read-text.ts'

/** The facts that a text states, by their place in it; what its author takes back in it is left out. */
export const factsIn = (text: string, context: FactContext): Fact[] => readText(text, context, nothingBefore).facts

/**
 * The references of the customer's matters among the facts that a text states: the author's, or, in a text of the
 * company, the addressee's. Those of other people are none.
 */
export function referencesOf(facts: readonly Fact[], by: 'customer' | 'company'): ReferenceFact[] {
  const holder = by === 'company' ? 'addressee' : 'author'
  return facts.flatMap(fact => {
    const kind = referenceKinds.find(one => one === fact.kind)
    return kind !== undefined && fact.holder === holder ? [{ kind, value: fact.value }] : []
  })
}

/** A number that names a matter. */
export type ReferenceFact = { kind: ReferenceKind; value: string }
