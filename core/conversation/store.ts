import type { ContactEntry, EntryPlace, EventEntry, Position } from '../timeline/entry.ts'
import type { Conversation, ConversationStatus } from './conversation.ts'
import type { Matters } from './matters.ts'
import type { Row } from './row.ts'

/** A contact of a conversation and where it lies. */
export type Member = { contactId: string; stream: string; sortAt: string }

/** A conversation after a change; `was` is how it was read, undefined where it is new. */
export type Changed = { next: Conversation; was: Conversation | undefined }

/** What one change writes, all or nothing. */
export type ConversationWrite = {
  conversations: Changed[]
  /** Contacts that are labelled: their entries as they were read, and the conversation they left, if any. */
  labels: { entry: ContactEntry; conversation: string; left?: string }[]
  /** Threads that lead to a conversation, on a stream. */
  threads: { stream: string; thread: string; conversation: string }[]
  /** New values, each on the version that was read. */
  matters: { stream: string; next: Omit<Matters, 'version' | 'v'>; was: number | undefined }[]
  /** Streams that nobody may have opened a matter on meanwhile. */
  unchanged: { stream: string; version: number | undefined }[]
  events: EventEntry[]
}

export const nothingWritten: ConversationWrite = {
  conversations: [],
  labels: [],
  threads: [],
  matters: [],
  unchanged: [],
  events: [],
}

/** Which rows: always one status, and what else one index knows. */
export type RowList =
  | { status: ConversationStatus; by: 'assignee'; value: string | undefined }
  | { status: ConversationStatus; by: 'team'; value: string | undefined }
  | { status: ConversationStatus; by: 'channel'; value: string }

/** The place of a row in its list: what is due first comes first, what is not due at all last. */
export type RowPosition = { place: string; id: string }

export type Counts = Record<string, number>

/** Conversations in the table. Reads are strongly consistent but those of rows and counts. */
export type ConversationStore = {
  read: (ids: string[]) => Promise<Conversation[]>
  /** What each stream adds, and the conversations that these threads on it lead to; one round trip. */
  readMatters: (streams: string[], threads: string[]) => Promise<{ matters: Map<string, Matters>; threaded: string[] }>
  /** False: somebody was faster, nothing is written. */
  commit: (write: ConversationWrite) => Promise<boolean>
  /** Newest first. */
  contacts: (id: string, limit: number, before?: { sortAt: string; contactId: string }) => Promise<Member[]>
  /** Contacts, notes and what happened to it, newest first. */
  entries: (id: string, limit: number, before?: Position) => Promise<EntryPlace[]>
  /** Ids of the conversations anchored at a stream, newest first. */
  anchored: (stream: string, limit: number) => Promise<string[]>
  /** What is due first comes first, after a position; with `dueBy` nothing that is due later, or not at all, is read. */
  rows: (
    list: RowList,
    limit: number,
    after?: RowPosition,
    dueBy?: string,
  ) => Promise<{ row: Row; position: RowPosition }[]>
  /** Ids of conversations that something happens to by this time, first things first. */
  due: (until: string, limit: number) => Promise<string[]>
  counts: () => Promise<Counts>
  /** Brings the counts up to how the conversation stands now; doing it again changes nothing. False: somebody was faster. */
  count: (id: string) => Promise<boolean>
}
