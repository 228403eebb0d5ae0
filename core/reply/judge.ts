import type { AcceptDeps, Ask } from './accept.ts'
import type { Situation } from './situation.ts'
import type { Target } from './target.ts'

/** Why an answer is not taken in as it is. What is `waivable` goes out when the writer says that it is meant so. */
export type Refusal = { kind: string; message: string; entryIds: string[]; waivable: boolean }

/** Everything that speaks against an answer: what its writer has waived already is left out. */
export async function judge(_deps: AcceptDeps, ask: Ask, _situation: Situation, _target: Target): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  return refusals.filter(({ kind, waivable }) => !(waivable && ask.waive.includes(kind)))
}
