import type { Outcome } from './outcome.ts'

/** What became of a delivery. */
export type Kept = 'added' | 'corrected' | 'already there'

export type OutcomeStore = {
  /** Joins it into what is known under its id (joinOutcomes). Throws `RetryLater` when others kept coming first. */
  keep: (outcome: Outcome) => Promise<Kept>
  read: (id: string) => Promise<Outcome | undefined>
  /** The outcomes on a stream, oldest first; `since` and `until` inclusive, after the outcome (occurredAt, id). */
  ofStream: (
    stream: string,
    range: { since?: string; until?: string; limit: number; after?: Pick<Outcome, 'occurredAt' | 'id'> },
  ) => Promise<Outcome[]>
}
