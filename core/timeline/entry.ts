import type { ContactState } from '../contact/contact-state.ts'
import type { TimelineEvent } from './event.ts'

/** A place in the table: a stream, and a time on it. */
export type Place = { stream: string; sortAt: string }

export const samePlace = (a: Place, b: Place): boolean => a.stream === b.stream && a.sortAt === b.sortAt

/**
 * What lies on a stream. A `contact` lies on its home stream; every other participant's stream has a `ref` to it,
 * without text. An `event` is a note or a change of a conversation, on the stream that the conversation is anchored at.
 * Entries are ordered by (sortAt, entryId). `conversation` is the label of a contact: the matter it belongs to.
 */
export type Entry =
  | { type: 'contact'; entryId: string; place: Place; state: ContactState; version: number; conversation?: string }
  | { type: 'ref'; entryId: string; place: Place; home: Place }
  | { type: 'event'; entryId: string; place: Place; event: TimelineEvent }

export type ContactEntry = Extract<Entry, { type: 'contact' }>
export type EventEntry = Extract<Entry, { type: 'event' }>

/** Newest first; equal times by id, so that every page order is one order. */
export const newestFirst = (a: Position, b: Position): number =>
  compare(b.sortAt, a.sortAt) || compare(b.entryId, a.entryId)

/** Where an entry lies. */
export type EntryPlace = { entryId: string; place: Place }

export const placesNewestFirst = (a: EntryPlace, b: EntryPlace): number => newestFirst(positionOf(a), positionOf(b))

/** A position in a timeline: the whole of a cursor. */
export type Position = { sortAt: string; entryId: string }

export const positionOf = (entry: EntryPlace): Position => ({ sortAt: entry.place.sortAt, entryId: entry.entryId })

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
