import type { ConfiguredStore } from '../people/people-store.ts'
import type { EventEntry, Place } from '../timeline/entry.ts'
import type { Automated } from './automated.ts'
import type { Firing } from './firing.ts'
import type { Rule } from './rule.ts'

export type RuleStore = ConfiguredStore<Rule>

/** Where a page of a log ended. */
export type LogPosition = { at: string; id: string }

/** What automation keeps in the table. Reads are strongly consistent but that of the log. */
export type AutomationStore = {
  readAutomated: (conversation: string) => Promise<Automated | undefined>
  /**
   * Writes what is known of a conversation on the version that was read (0: nothing was there), together with new
   * firings. False: somebody was faster, or one of the firings is there; nothing is written. Of more than ninety
   * firings, stopped ones follow afterwards.
   */
  commit: (next: Automated, was: number, firings: Firing[]) => Promise<boolean>
  readFirings: (ids: string[]) => Promise<Firing[]>
  /** Writes the version after the one that was read. False: somebody was faster. */
  changeFiring: (next: Firing) => Promise<boolean>
  /** The firings of a rule, newest first; an index may lag by moments. */
  log: (rule: string, limit: number, before?: LogPosition) => Promise<Firing[]>
  /** An entry that is no contact; undefined where nothing lies there. */
  readEvent: (entryId: string, place: Place) => Promise<EventEntry | undefined>
}
