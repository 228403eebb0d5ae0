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

/** Few things that an operator configures, each kind in a partition of its own. */
export type ConfiguredKeys = {
  item: (id: string) => Key
  all: string
  after: (id: string) => string
  holds: (key: Key) => boolean
}

const configuredIn = (all: string): ConfiguredKeys => ({
  item: id => ({ pk: all, sk: id }),
  all,
  /** The least key above this one: a space sorts below everything an id may hold. */
  after: id => `${id} `,
  holds: ({ pk }) => pk === all,
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
export const macroKeys = configuredIn('Q#macros')
/** What an operator sets for the whole deployment, an item for each matter. */
export const settingsKeys = configuredIn('Q#settings')
export const routingRuleKeys = configuredIn('Q#routing-rules')
/** When routing gave something to an agent last. */
export const givenKeys = configuredIn('Q#given')

export const ruleKeys = configuredIn('Q#automations')
export const hookKeys = configuredIn('Q#hooks')
/** Apart from the webhooks themselves, so that listing those reads no secret. */
export const hookSecretKeys = configuredIn('Q#hook-secrets')

/** Automation: what it knows of a conversation, and each firing, listed by its rule in order of time. */
export const automationKeys = {
  automated: (conversation: string): Key => ({ pk: `Q#c#${conversation}`, sk: 'AUTOMATED' }),
  firing: (id: string): Key => ({ pk: `F#${id}`, sk: 'FIRING' }),
  listed: (rule: string, at: string, id: string) => ({ gsi1pk: `F#rule#${rule}`, gsi1sk: `${at}#${id}` }),
  log: (rule: string): string => `F#rule#${rule}`,
  before: (at: string, id: string): string => justBelow(`${at}#${id}`),
}

/** Webhooks out: each delivery, listed by its hook in order of time, and once more while it has failed. */
export const deliveryKeys = {
  delivery: (id: string): Key => ({ pk: `H#${id}`, sk: 'DELIVERY' }),
  listed: (hook: string, at: string, id: string) => ({ gsi1pk: `H#hook#${hook}`, gsi1sk: `${at}#${id}` }),
  failed: (hook: string, at: string, id: string) => ({ gsi2pk: `H#failed#${hook}`, gsi2sk: `${at}#${id}` }),
  log: (hook: string): string => `H#hook#${hook}`,
  failures: (hook: string): string => `H#failed#${hook}`,
  before: (at: string, id: string): string => justBelow(`${at}#${id}`),
  /** How a webhook fares: since when it fails. */
  health: (hook: string): Key => ({ pk: `H#health#${hook}`, sk: 'HEALTH' }),
}

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

/** "This is me": what was asked of an end of a link, and which ends said yes. */
export const confirmationKeys = {
  confirmation: (id: string): Key => ({ pk: `Q#confirm#${id}`, sk: 'CONFIRMATION' }),
  proof: (linkId: string, stream: string): Key => ({ pk: `Q#proofs#${linkId}`, sk: stream }),
  proofs: (linkId: string): string => `Q#proofs#${linkId}`,
}

/** What an identifier agreed to, beside its pointer. */
export const consentKeys = {
  item: ({ type, value }: { type: string; value: string }): Key => ({ pk: `I#${type}#${value}`, sk: 'CONSENT' }),
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

/** The beginnings of the keys whose changes are published: entries, decisions about identity, conversations, agents. */
export const publishedKeyPrefixes: readonly { pk: string; sk?: string }[] = [
  { pk: 'S#', sk: 'T#' },
  { pk: 'C#', sk: 'LOG#' },
  { pk: 'Q#c#', sk: 'HEAD' },
  { pk: 'Q#agents' },
  { pk: 'Q#routing-rules' },
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
