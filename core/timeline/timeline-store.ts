import type { ContactState } from '../contact/contact-state.ts'
import type { ContactEntry, Entry, EntryPlace, EventEntry, Place, Position } from './entry.ts'

/**
 * What is known of where a contact is. Without a place the contact itself has not arrived: it was announced by its
 * deletion or by an answer to it. `answers` are the ids of outbound contacts that belong on its stream.
 */
export type Located = { place?: Place; deletedAt?: string; answers: string[]; version: number }

/** What a contact's entry becomes, with the streams of the other participants and the conversation it belongs to. */
export type Settled = { place: Place; state: ContactState; refs: string[]; conversation?: string }

/**
 * A window of time: `since` and `until` inclusive, `before` and `after` exclusive. With `after` it is read from its oldest
 * end on, else from its newest.
 */
export type Window = { before?: Position; after?: Position; since?: string; until?: string }

/** The streams of the table. A method that answers `false` lost a race and wrote nothing: read again. */
export type TimelineStore = {
  /** Puts where the contact is, unless something stands there; answers what stood there. */
  claim: (contactId: string, place: Place) => Promise<Located | undefined>
  /** Strongly consistent. */
  locate: (contactId: string) => Promise<Located | undefined>
  /** Replaces what is known of where a contact is, when it still is `known` (undefined: nothing). */
  mark: (contactId: string, next: Omit<Located, 'version'>, known: Located | undefined) => Promise<boolean>
  /** Strongly consistent. */
  readContact: (contactId: string, place: Place) => Promise<ContactEntry | undefined>
  /** The contacts at several places in one round trip; what is not there is left out. */
  readContacts: (wanted: { contactId: string; place: Place }[]) => Promise<ContactEntry[]>
  /** The same for contacts, notes and what happened to conversations. */
  readEntries: (wanted: EntryPlace[]) => Promise<(ContactEntry | EventEntry)[]>
  /** Puts a new entry (`version` undefined) or replaces that version of it. */
  writeContact: (contactId: string, to: Settled, version: number | undefined) => Promise<boolean>
  /** Puts the refs that are missing. */
  writeRefs: (contactId: string, to: Settled) => Promise<void>
  /**
   * Moves the entry and its refs, or puts it for the first time, together with where it is, in one transaction. A late
   * `writeContact` to the place it left answers `false`.
   */
  move: (contactId: string, located: Located, from: ContactEntry | undefined, to: Settled) => Promise<boolean>
  /** At most `limit` entries of a stream, newest first; with `after` those that follow it, oldest first. */
  readStream: (stream: string, limit: number, window: Window) => Promise<Entry[]>
}
