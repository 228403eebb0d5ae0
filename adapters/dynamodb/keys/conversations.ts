import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

/** What the place of a row in its list is made of. */
type Placed = { urgentSince?: string | undefined; dueAt?: string | undefined; lastAt: string; id: string }

/** Conversations: a head each, its contacts in order of time, and what leads to it from the stream it is anchored at. */
export const conversationKeys = {
  head: (id: string): Key => ({ pk: `Q#c#${id}`, sk: 'HEAD' }),
  isHead: ({ pk, sk }: Key): boolean => pk.startsWith('Q#c#') && sk === 'HEAD',
  parseHead: ({ pk }: Key): string => pk.slice('Q#c#'.length),
  /** What queues list of it, with the keys of their indexes. */
  row: (id: string): Key => ({ pk: `Q#c#${id}`, sk: 'ROW' }),
  rows: { assignee: 'gsi1', team: 'gsi2', channel: 'gsi3' } as const,
  list: (status: string, by: string, value: string | undefined): string => `L#${status}#${by}#${value ?? ''}`,
  /** What cannot wait, longest first; what is due, by time; then what is not, by the time of its last contact. */
  place: ({ urgentSince, dueAt, lastAt, id }: Placed): string =>
    `${urgentSince === undefined ? (dueAt ?? `~${lastAt}`) : `!${urgentSince}`}#${id}`,
  afterPlace: (place: string): string => `${place} `,
  /** At or above every place that is due by then, and of what cannot wait: `!` sorts before the digits of a time. */
  placesDueBy: (at: string): string => `${at}#~`,
  contacts: (id: string): string => `Q#c#${id}`,
  contact: (id: string, sortAt: string, contactId: string): Key => ({
    pk: `Q#c#${id}`,
    sk: `M#${sortAt}#${contactId}`,
  }),
  contactsFrom: 'M#',
  contactsTo: 'M#~',
  contactsBefore: (sortAt: string, contactId: string): string => justBelow(`M#${sortAt}#${contactId}`),
  parseContact: ({ sk }: Key): { sortAt: string; contactId: string } => {
    const [, sortAt = '', contactId = ''] = sk.split('#')
    return { sortAt, contactId }
  },
  /** A note or a change of it, in order of time: where the entry lies. */
  event: (id: string, sortAt: string, entryId: string): Key => ({ pk: `Q#c#${id}`, sk: `N#${sortAt}#${entryId}` }),
  eventsFrom: 'N#',
  eventsTo: 'N#~',
  eventsBefore: (sortAt: string, entryId: string): string => justBelow(`N#${sortAt}#${entryId}`),
  /** What the counts were last told of a conversation. */
  counted: (id: string): Key => ({ pk: `Q#c#${id}`, sk: 'COUNTED' }),
  counts: 'Q#counts',
  count: (name: string): Key => ({ pk: 'Q#counts', sk: name }),
  /** Above every count whose name begins like this. */
  countsTo: (prefix: string): string => `${prefix}~`,
  /** The open matters anchored at a stream and what its author stated. */
  matters: (stream: string): Key => ({ pk: `S#${stream}`, sk: 'MATTERS' }),
  /** Every conversation anchored at a stream, in order of opening. */
  anchored: (stream: string, openedAt: string, id: string): Key => ({ pk: `S#${stream}`, sk: `Q#${openedAt}#${id}` }),
  anchoredFrom: 'Q#',
  anchoredTo: 'Q#~',
  parseAnchored: ({ sk }: Key): string => sk.split('#')[2] ?? '',
  /** The conversation that a thread on this stream belongs to. */
  thread: (stream: string, thread: string): Key => ({ pk: `S#${stream}`, sk: `W#${thread}` }),
  /** Conversations by the time at which one of their clocks runs out. */
  due: (shard: number, at: string, id: string): Key => ({ pk: `Q#due#${shard}`, sk: `${at}#${id}` }),
  dueShard: (shard: number): string => `Q#due#${shard}`,
  dueUntil: (at: string): string => `${at}#~`,
  parseDue: ({ sk }: Key): { at: string; id: string } => {
    const [at = '', id = ''] = sk.split('#')
    return { at, id }
  },
}

/** Replies: each by its id, listed with their conversation in order of writing, and how often that was answered. */
export const replyKeys = {
  reply: (id: string): Key => ({ pk: `Q#o#${id}`, sk: 'REPLY' }),
  isReply: ({ pk, sk }: Key): boolean => pk.startsWith('Q#o#') && sk === 'REPLY',
  listed: (conversation: string, createdAt: string, id: string): Key => ({
    pk: `Q#c#${conversation}`,
    sk: `R#${createdAt}#${id}`,
  }),
  list: (conversation: string): string => `Q#c#${conversation}`,
  listFrom: 'R#',
  listTo: 'R#~',
  parseListed: ({ sk }: Key): string => sk.split('#')[2] ?? '',
  answering: (conversation: string): Key => ({ pk: `Q#c#${conversation}`, sk: 'ANSWERING' }),
}

/** Answers that are not sent yet, in the partition of their conversation. */
export const draftKeys = {
  item: (conversation: string, author: string): Key => ({ pk: `Q#c#${conversation}`, sk: `D#${author}` }),
  all: (conversation: string): string => `Q#c#${conversation}`,
  from: 'D#',
  to: 'D#\u{10ffff}',
}

/** A file that goes with an answer. */
export const attachmentKeys = {
  item: (id: string): Key => ({ pk: `Y#attachment#${id}`, sk: 'META' }),
}

/** Surveys, and what leads to them: resolutions that nobody was asked about yet, what a stream was asked last, answers by day. */
export const surveyKeys = {
  settings: { pk: 'Q#survey-settings', sk: 'SETTINGS' },
  survey: (id: string): Key => ({ pk: `Q#survey#${id}`, sk: 'SURVEY' }),
  resolution: (shard: number, at: string, conversation: string): Key => ({
    pk: `Q#resolved#${shard}`,
    sk: `${at}#${conversation}`,
  }),
  resolutions: (shard: number): string => `Q#resolved#${shard}`,
  resolvedUntil: (at: string): string => `${at}#~`,
  surveyed: (stream: string): Key => ({ pk: `S#${stream}`, sk: 'SURVEYED' }),
  /** Every survey of a stream, for whoever has to find all that is known of somebody. */
  ofStream: (stream: string, id: string): Key => ({ pk: `S#${stream}`, sk: `V#${id}` }),
  rated: (at: string, id: string): Key => ({ pk: `Q#rated#${at.slice(0, 10)}`, sk: `${at}#${id}` }),
  ratedOn: (day: string): string => `Q#rated#${day}`,
  ratedAfter: (at: string, id: string): string => `${at}#${id} `,
}
