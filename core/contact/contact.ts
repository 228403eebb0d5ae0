import * as z from 'zod'
import { identifierSchema } from './identifier.ts'

/** RFC 3339 in UTC with milliseconds, so that text order is time order. */
export const instantSchema = z.iso.datetime({ precision: 3 })

export const channels = ['phone', 'email', 'social', 'message', 'review', 'web'] as const
export const kinds = ['call', 'voicemail', 'mail', 'mention', 'comment', 'post', 'direct', 'review'] as const

/** T1 verified by the channel, T2 asserted and checkable, T3 asserted in the customer's own text, T4 a hint only. */
export const tierSchema = z.enum(['T1', 'T2', 'T3', 'T4'])
export type Tier = z.infer<typeof tierSchema>

export const partySchema = z.object({
  identifier: identifierSchema,
  name: z.string().max(256).optional(),
  handle: z.string().max(256).optional(),
})
export type Party = z.infer<typeof partySchema>

/**
 * Evidence that the author holds `identifier`. An entry about the author's own identifier says how far the channel
 * vouches for it (a DMARC pass, an account id); `how` is a short fixed word, never text of the contact.
 */
const evidenceSchema = z.object({ identifier: identifierSchema, tier: tierSchema, how: z.string().min(1).max(64) })
export type Evidence = z.infer<typeof evidenceSchema>

/** Where the bytes lie that this contact was read from. */
export const rawRefSchema = z.object({
  object: z.string().min(1).max(1024),
  offset: z.int().min(0),
  length: z.int().min(0),
})
export type RawRef = z.infer<typeof rawRefSchema>

const attachmentSchema = z.object({
  name: z.string().max(512),
  mediaType: z.string().max(256),
  bytes: z.int().min(0),
  ref: z.string().max(1024),
})

const threadSchema = z.object({
  id: z.string().max(1024),
  inReplyTo: z.string().max(1024).optional(),
  references: z.array(z.string().max(1024)).max(100),
})

const seconds = z.number().min(0)
const callSchema = z.object({
  answered: z.boolean(),
  durationSeconds: seconds,
  queueSeconds: seconds.optional(),
  holdSeconds: seconds.optional(),
  afterCallSeconds: seconds.optional(),
  agent: z.string().max(256).optional(),
  queue: z.string().max(256).optional(),
  disposition: z.string().max(128).optional(),
  recordingRef: z.string().max(1024).optional(),
})
export type Call = z.infer<typeof callSchema>

const socialSchema = z.object({
  network: z.string().max(64),
  visibility: z.enum(['public', 'private']),
  url: z.string().max(2048).optional(),
  metrics: z.record(z.string().max(64), z.number()).optional(),
})

/**
 * How the provider knows a contact, for those who answer it there: `account` scopes its ids (`x:<user id>`,
 * `facebook:<page>`, `whatsapp:<number id>`), `id` is what a reply names.
 */
const providerSchema = z.object({ account: z.string().min(1).max(512), id: z.string().min(1).max(1024) })

/**
 * One interaction on one channel, in the normal form. `part` names the leg or event of a contact that arrives in
 * several pieces; `answers` is the contactId of the contact that an outbound one replies to, where the payload tells.
 */
export const contactSchema = z.object({
  v: z.literal(1),
  id: z.string().min(1).max(64),
  part: z.string().max(128).optional(),
  source: z.string().min(1).max(128),
  channel: z.enum(channels),
  kind: z.enum(kinds),
  brand: z.string().max(128),
  department: z.string().max(128),
  campaign: z.string().max(256).optional(),
  direction: z.enum(['inbound', 'outbound']),
  occurredAt: instantSchema,
  receivedAt: instantSchema,
  revision: z.int().min(0),
  from: partySchema,
  to: z.array(partySchema).max(50),
  subject: z.string().max(1024).optional(),
  text: z.string().max(65_536),
  truncated: z.literal(true).optional(),
  language: z.string().max(35).optional(),
  attachments: z.array(attachmentSchema).max(100),
  thread: threadSchema.optional(),
  answers: z.string().max(64).optional(),
  provider: providerSchema.optional(),
  /** The subject of the colleague who wrote it, where it is ours. */
  agent: z.string().max(256).optional(),
  automatic: z.enum(['bounce', 'auto-reply', 'list']).optional(),
  call: callSchema.optional(),
  social: socialSchema.optional(),
  evidence: z.array(evidenceSchema).max(50),
  rawRef: rawRefSchema,
  /** The first of the payloads that tell this revision with other words, where that is not `rawRef`. */
  firstRef: rawRefSchema.optional(),
})

export type Contact = z.infer<typeof contactSchema>
export type Attachment = Contact['attachments'][number]
