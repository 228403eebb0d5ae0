import { type Fact, type FactContext, type ReferenceKind, referenceKinds } from './fact.ts'
import { nothingBefore } from './memory.ts'
import { readText } from './read-text.ts'

/** The facts that a text states, by their place in it; what its author takes back in it is left out. */
export const factsIn = (text: string, context: FactContext): Fact[] => readText(text, context, nothingBefore).facts

/** A number that names a matter. */
export type Reference = { kind: ReferenceKind; value: string }

/**
 * The references of the customer's matters that a text names: the author's, or, in a text of the company, the
 * addressee's. Those of other people are none.
 */
export function referencesIn(text: string, context: FactContext): Reference[] {
  const holder = context.by === 'company' ? 'addressee' : 'author'
  return factsIn(text, context).flatMap(fact => {
    const kind = referenceKinds.find(one => one === fact.kind)
    return kind !== undefined && fact.holder === holder ? [{ kind, value: fact.value }] : []
  })
}
