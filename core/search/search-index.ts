import type { ContactEntry, Place, Position } from '../timeline/entry.ts'
import type { Term } from './query.ts'

/** A contact where it lies, or lay. */
export type ContactAt = { contactId: string; place: Place }

/**
 * Contacts that may hold what was asked for, newest first. `horizon`: older ones may remain, and none of those that are
 * newer is missing. `tooManyNames`: more names begin like this than were looked up.
 */
export type Candidates = { found: ContactAt[]; horizon?: Position; tooManyNames?: true }

/**
 * What finds contacts by what is in them. Names contacts and streams, never customers, so no decision about identity
 * concerns it. Two implementations: the table's own, and one that looks at everything; another search engine takes their
 * place behind the same two calls.
 */
export type SearchIndex = {
  /**
   * Makes the index hold what `read` says lies there, nothing when nothing does. May be called any number of times, at
   * once, in any order: the last state is what is found. Throws `RetryLater` when others interfere, and may fail at any
   * point; a later call ends what was begun.
   */
  refresh: (at: ContactAt, read: () => Promise<ContactEntry | undefined>) => Promise<void>
  /**
   * Contacts strictly older than `before` that may meet all terms, as many as are likely to hold `hits` that do. Answers
   * too many rather than too few: whoever asks looks at the entries.
   */
  candidates: (terms: readonly Term[], window: { before?: Position; hits: number }) => Promise<Candidates>
}
