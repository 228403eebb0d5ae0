import type { Identifier } from '../contact/identifier.ts'
import type { EventEntry } from '../timeline/entry.ts'
import type { Consent, ConsentDefaults } from './consent.ts'

/** What identifiers agreed to. Reads are strongly consistent; what nobody decided is absent. */
export type ConsentStore = {
  read: (identifiers: readonly Identifier[]) => Promise<Consent[]>
  /**
   * Writes what becomes of the newest there is, in one transaction with the entry that tells of it, and answers it.
   * `become` answering undefined writes nothing. Throws `RetryLater` when others kept coming first.
   */
  change: (
    identifier: Identifier,
    become: (known: Consent | undefined) => Consent | undefined,
    event: EventEntry,
  ) => Promise<Consent | undefined>
  /** The standard ones where nobody set any. */
  readDefaults: () => Promise<ConsentDefaults>
  writeDefaults: (defaults: ConsentDefaults) => Promise<void>
}
