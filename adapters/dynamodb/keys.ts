import type { Key } from './table.ts'

/**
 * The names of all keys of the table, and nothing else. A stream, customer, contact or source is named by its id;
 * `#` never occurs in a prefix's id part except where the identifier itself holds one, which is why ids come last.
 */
/** The greatest key below `key`: a range up to here leaves `key` out. Keys end in ASCII. */
const justBelow = (key: string): string =>
  `${key.slice(0, -1)}${String.fromCharCode(key.charCodeAt(key.length - 1) - 1)}~`

export const timelineKeys = {
  /** An entry on a stream, in order of time. */
  entry: (stream: string, sortAt: string, entryId: string): Key => ({
    pk: `S#${stream}`,
    sk: `T#${sortAt}#${entryId}`,
  }),
  stream: (stream: string): string => `S#${stream}`,
  isEntry: ({ pk, sk }: Key): boolean => pk.startsWith('S#') && sk.startsWith('T#'),
  /** The stream, time and id that `entry` was made of. */
  parseEntry: ({ pk, sk }: Key): { stream: string; sortAt: string; entryId: string } => {
    const [, sortAt = '', entryId = ''] = sk.split('#')
    return { stream: pk.slice('S#'.length), sortAt, entryId }
  },
  /** Below every entry from this time on; above every entry up to this time; just below this very entry. */
  from: (sortAt: string): string => `T#${sortAt}`,
  to: (sortAt: string): string => `T#${sortAt}#~`,
  before: (sortAt: string, entryId: string): string => justBelow(`T#${sortAt}#${entryId}`),
  end: 'T#~',
  /** Where a contact is. */
  contact: (contactId: string): Key => ({ pk: `K#${contactId}`, sk: 'K' }),
}

/** Identity: pointers, customers, links. See core/identity. */
export const identityKeys = {
  pointer: ({ type, value }: { type: string; value: string }): Key => ({ pk: `I#${type}#${value}`, sk: 'PTR' }),
  customer: (customer: string): Key => ({ pk: `C#${customer}`, sk: 'META' }),
  /** A decision as a customer saw it; entries are counted from 1. */
  log: (customer: string, seq: number): Key => ({ pk: `C#${customer}`, sk: `LOG#${String(seq).padStart(10, '0')}` }),
  isCustomer: ({ pk, sk }: Key): boolean => pk.startsWith('C#') && sk === 'META',
  parseCustomer: ({ pk }: Key): string => pk.slice('C#'.length),
  isLog: ({ pk, sk }: Key): boolean => pk.startsWith('C#') && sk.startsWith('LOG#'),
  logStart: 'LOG#',
  logEnd: 'LOG#~',
  /** Links and cannot-links lie under the birth id of each end, so that a link's id, which holds one, names its place. */
  edges: (birth: string): string => `E#${birth}`,
  link: (birth: string, linkId: string): Key => ({ pk: `E#${birth}`, sk: `L#${linkId}` }),
  cannotLink: (birth: string, id: string): Key => ({ pk: `E#${birth}`, sk: `N#${id}` }),
  /** Proof that a step of an operation committed. */
  step: (operationId: string, step: number): Key => ({
    pk: `O#${operationId}`,
    sk: `STEP#${String(step).padStart(6, '0')}`,
  }),
  steps: (operationId: string): string => `O#${operationId}`,
  review: (id: string): Key => ({ pk: 'Q#identity-review', sk: id }),
  reviews: 'Q#identity-review',
}

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
  /** What the counts were last told of a conversation. */
  counted: (id: string): Key => ({ pk: `Q#c#${id}`, sk: 'COUNTED' }),
  counts: 'Q#counts',
  count: (name: string): Key => ({ pk: 'Q#counts', sk: name }),
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

/** Few things that an operator configures, each kind in a partition of its own. */
export type ConfiguredKeys = { item: (id: string) => Key; all: string; after: (id: string) => string }

const configuredIn = (all: string): ConfiguredKeys => ({
  item: id => ({ pk: all, sk: id }),
  all,
  /** The least key above this one: a space sorts below everything an id may hold. */
  after: id => `${id} `,
})

/**
 * Search: contacts by token in order of time, what each of them has posted, names by how they begin. A token begins with
 * a letter and a colon, so it meets none of the other partitions.
 */
export const searchKeys = {
  posting: (token: string, at: ContactPlace): Key => ({ pk: `W#${token}`, sk: placeKey(at) }),
  token: (token: string): string => `W#${token}`,
  /** What a contact has posted, and all it holds. Spread, since every contact writes here at the newest end. */
  kept: (shard: number, at: ContactPlace): Key => ({ pk: `W#all#${shard}`, sk: placeKey(at) }),
  shard: (shard: number): string => `W#all#${shard}`,
  before: (sortAt: string, contactId: string): string => justBelow(`${sortAt}#${contactId}`),
  parsePlace: ({ sk }: Key): ContactPlace => {
    const [sortAt = '', contactId = '', ...stream] = sk.split('#')
    return { contactId, place: { stream: stream.join('#'), sortAt } }
  },
  namePartitions: 'W#names#',
  name: (name: string): Key => ({ pk: `W#names#${String.fromCodePoint(name.codePointAt(0) ?? 0)}`, sk: name }),
  /** Above every name that begins like this. */
  namesTo: (prefix: string): string => `${prefix}\u{10ffff}`,
  frequencies: { pk: 'W#frequencies', sk: 'META' },
}

type ContactPlace = { contactId: string; place: { stream: string; sortAt: string } }
const placeKey = ({ contactId, place }: ContactPlace): string => `${place.sortAt}#${contactId}#${place.stream}`

export const sourceKeys = configuredIn('Q#sources')
export const agentKeys = configuredIn('Q#agents')
export const teamKeys = configuredIn('Q#teams')
export const hoursKeys = configuredIn('Q#hours')

/** What could not be understood, newest last; one partition, since it is read by people and meant to be empty. */
export const setAsideKeys = {
  item: (id: string): Key => ({ pk: 'Q#set-aside', sk: id }),
  all: 'Q#set-aside',
  before: (id: string): string => justBelow(id),
}

export const importKeys = {
  import: (importId: string): Key => ({ pk: `J#${importId}`, sk: 'META' }),
  partition: (importId: string): string => `J#${importId}`,
  /** Outcomes of a thousand lines, as sets of line numbers: adding twice counts once. */
  outcomes: (importId: string, thousand: number): Key => ({
    pk: `J#${importId}`,
    sk: `OUT#${String(thousand).padStart(8, '0')}`,
  }),
  outcomesFrom: 'OUT#',
  outcomesTo: 'OUT#~',
  parseOutcomes: ({ sk }: Key): number => Number(sk.slice('OUT#'.length)),
  /** Why a line gave no contact. */
  reason: (importId: string, line: number): Key => ({
    pk: `J#${importId}`,
    sk: `ASIDE#${String(line).padStart(10, '0')}`,
  }),
  reasonsTo: 'ASIDE#~',
  parseReason: ({ sk }: Key): number => Number(sk.slice('ASIDE#'.length)),
}

/** Who read or changed what of a customer, by month. */
export const auditKeys = {
  record: (customer: string, at: string, id: string): Key => ({
    pk: `A#${customer}#${at.slice(0, 7)}`,
    sk: `${at}#${id}`,
  }),
  month: (customer: string, month: string): string => `A#${customer}#${month}`,
  before: (at: string, id: string): string => justBelow(`${at}#${id}`),
}

/** Live: who may connect, who is connected, who is where, and what happened in the last hour. All of it ends by itself. */
export const liveKeys = {
  ticket: (hash: string): Key => ({ pk: `Y#ticket#${hash}`, sk: 'TICKET' }),
  connection: (shard: number, connectionId: string): Key => ({ pk: `Y#connections#${shard}`, sk: connectionId }),
  connections: (shard: number): string => `Y#connections#${shard}`,
  audience: { pk: 'Y#audience', sk: 'AUDIENCE' },
  /** What was logged within a minute, counted from 1970, in order of time. */
  log: (minute: number, shard: number, position: string): Key => ({ pk: `Y#log#${minute}#${shard}`, sk: position }),
  minute: (minute: number, shard: number): string => `Y#log#${minute}#${shard}`,
  presence: (where: string, connectionId: string): Key => ({ pk: `Y#presence#${where}`, sk: connectionId }),
  present: (where: string): string => `Y#presence#${where}`,
  isPresence: ({ pk }: Key): boolean => pk.startsWith('Y#presence#'),
}

/** The beginnings of the keys whose changes are published: entries, decisions about identity, conversations. */
export const publishedKeyPrefixes: readonly { pk: string; sk: string }[] = [
  { pk: 'S#', sk: 'T#' },
  { pk: 'C#', sk: 'LOG#' },
  { pk: 'Q#c#', sk: 'HEAD' },
  { pk: 'Q#o#', sk: 'REPLY' },
]

/** The beginnings of the keys whose changes are told live; every other change need not wake anybody. */
export const liveKeyPrefixes: readonly { pk: string; sk?: string }[] = [
  { pk: 'S#', sk: 'T#' },
  { pk: 'C#', sk: 'META' },
  { pk: 'Q#c#', sk: 'HEAD' },
  { pk: 'Y#presence#' },
  { pk: 'Q#o#', sk: 'REPLY' },
]
