import type { Language } from './options.ts'

export type Door = 'smtp' | 'webhook' | 'file'
export type Format = 'mail' | 'twilio-voice' | 'x' | 'meta' | 'contacts' | 'asterisk-cdr'

export const topics = [
  'delivery',
  'billing',
  'returns',
  'broken',
  'login',
  'outage',
  'cancellation',
  'praise',
  'question',
] as const
export type Topic = (typeof topics)[number]

export const moods = ['happy', 'calm', 'worried', 'annoyed', 'angry'] as const
export type Mood = (typeof moods)[number]

/** What a matter turns on. `account` is the customer number; `promise` the day somebody was promised something for. */
export const factKinds = [
  'order',
  'product',
  'invoice',
  'amount',
  'parcel',
  'date',
  'serial',
  'error',
  'postcode',
  'account',
  'promise',
] as const
export type FactKind = (typeof factKinds)[number]

/**
 * A fact the customer gave in this contact, word for word as it stands in the payload. `restated`: they had given it
 * before in the same matter, on whatever channel, so they are repeating themselves.
 */
export type Fact = { kind: FactKind; value: string; as: 'stated' | 'restated' }

export const promiseKinds = ['refund', 'replacement', 'callback', 'delivery', 'engineer', 'answer'] as const
export type PromiseKind = (typeof promiseKinds)[number]
export type Promised = { kind: PromiseKind; due: string; words: string }

/**
 * An identifier that a payload shows, and where. `value` is canonical (E.164, the lower-case address, the account id).
 * `owner` is whose it is in truth: a person of the world, a stranger (`s…`), or nobody we know. `mistypedFrom` is what
 * the writer meant.
 */
export type Shown = {
  type: 'phone' | 'email' | 'x' | 'facebook' | 'account'
  value: string
  where: 'sender' | 'recipient' | 'copied' | 'signature' | 'text' | 'quoted'
  owner?: string
  mistypedFrom?: string
}

export type Channel = 'phone' | 'email' | 'social' | 'message' | 'review' | 'web'
export type Kind = 'call' | 'voicemail' | 'mail' | 'mention' | 'comment' | 'direct' | 'review'

/**
 * What is true of one contact in a payload. Several payloads tell of one contact when they share `contact`: the
 * callbacks of a call (`part`), an edit or a deletion (`change`), a second delivery, a garbled copy.
 */
export type Truth = {
  contact: string
  matter: string
  /** The customer: author of an inbound contact, addressee of an outbound one. A stranger's id when it is none. */
  person: string
  /** Further customers who take part: someone in Cc. */
  others: string[]
  brand: string
  channel: Channel
  kind: Kind
  direction: 'inbound' | 'outbound'
  occurredAt: string
  topic: Topic | 'spam'
  mood: Mood
  language: Language
  /** The author's own new words, without signature and quoted history; empty for a call. */
  words: string
  subject?: string
  facts: Fact[]
  /** Said on the phone: known to the agent, in no payload. Counts as given when the customer repeats it later. */
  spoken: Fact[]
  identifiersShown: Shown[]
  promise?: Promised
  part?: string
  change?: 'edit' | 'deletion'
  automatic?: 'auto-reply' | 'bounce'
  /** The id of the event that delivered the same first. */
  duplicateOf?: string
  /** Seconds that this delivery was held back. */
  late?: number
  /** Why nobody can read this payload; its contact arrives whole in another. */
  broken?: Breakage
}

export const breakages = ['cut-off', 'not-the-format', 'empty', 'no-id', 'wrong-columns'] as const
export type Breakage = (typeof breakages)[number]

/**
 * One payload as a provider sends it, unsigned: `params` are the decoded fields of a form body (Twilio signs those
 * with the address), every other signature covers `bytes`. `at` is when it reaches the door; events come in that
 * order. A file holds many contacts and a truth for each, in the order of its rows; a payload that tells of no contact
 * (somebody is typing, has read a message) has none.
 */
export type WorldEvent = {
  id: string
  at: string
  door: Door
  format: Format
  path?: string
  file?: string
  contentType: string
  bytes: Uint8Array
  params?: Record<string, string>
  envelope?: { from: string; to: string[] }
  truth: Truth[]
}
