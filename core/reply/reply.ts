import * as z from 'zod'
import { instantSchema, partySchema } from '../contact/contact.ts'
import { replyContentSchema } from './content.ts'

export const networks = ['mail', 'x', 'facebook', 'instagram', 'whatsapp', 'phone'] as const
export type Network = (typeof networks)[number]

/** The ways to answer: a post of X or a comment is public, everything else goes to the customer alone. */
export const replyForms = ['mail', 'post', 'comment', 'private-reply', 'direct', 'call'] as const
export type ReplyForm = (typeof replyForms)[number]

/**
 * Where a reply goes. `account` names ours at the provider as contacts do (`x:100`, `facebook:<page>`,
 * `whatsapp:<number id>`; for mail the mailbox, for calls our number); `inReplyTo` is the provider's own id of what is
 * answered, for mail its Message-ID.
 */
export const replyRouteSchema = z.object({
  source: z.string().min(1).max(128),
  network: z.enum(networks),
  form: z.enum(replyForms),
  account: z.string().min(1).max(512),
  to: z.array(partySchema).min(1).max(50),
  cc: z.array(partySchema).max(50),
  inReplyTo: z.string().max(1024).optional(),
  references: z.array(z.string().max(1024)).max(100),
})
export type ReplyRoute = z.infer<typeof replyRouteSchema>

/**
 * `waiting` until `nextAt`; `sending` while one worker holds it, until `leaseUntil`; `sent`; `failed`, with what to do;
 * `unknown`: the provider may have taken it, and nobody can tell; `undone` by a person in time.
 */
export const replyStatuses = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'undone'] as const
export type ReplyStatus = (typeof replyStatuses)[number]

export const replyPurposes = ['reply', 'survey', 'confirmation', 'automatic'] as const

/** Why a reply is not sent: a fixed word, and what to do about it. Neither quotes the reply. */
export const troubleSchema = z.object({
  code: z.string().min(1).max(64),
  advice: z.string().min(1).max(500),
  at: instantSchema,
})
export type Trouble = z.infer<typeof troubleSchema>

/** Somebody of the addressed whom the provider refused. */
const refusedSchema = z.object({ party: z.string().max(512), reason: z.string().max(300) })

/**
 * An answer on its way: stored first, then sent from a queue. `id` (32 hex digits) is also what providers with
 * idempotency keys are given. `answers` is the contact that it answers; `anchor` the stream on which the timeline tells
 * what became of it; `sendAt` the end of the time in which it may be undone.
 */
export const replySchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  version: z.int().min(1),
  purpose: z.enum(replyPurposes),
  conversation: z.string().max(64),
  anchor: z.string().max(1024),
  brand: z.string().max(128),
  department: z.string().max(128),
  /** The subject and the written name of who answers; `throughline` where nobody does. */
  by: z.string().min(1).max(256),
  actor: z.string().min(1).max(256),
  answers: z.string().max(64).optional(),
  language: z.string().max(35).optional(),
  route: replyRouteSchema,
  content: replyContentSchema,
  createdAt: instantSchema,
  sendAt: instantSchema,
  status: z.enum(replyStatuses),
  tries: z.int().min(0),
  nextAt: instantSchema,
  leaseUntil: instantSchema.optional(),
  /** Which worker holds it. */
  worker: z.string().max(64).optional(),
  trouble: troubleSchema.optional(),
  /** What the provider calls what it sent, and when it took it. */
  providerId: z.string().max(1024).optional(),
  sentAt: instantSchema.optional(),
  refused: z.array(refusedSchema).max(50).optional(),
  /** Since when nobody knows whether the provider took it, and how often it was looked for there. */
  doubt: z.object({ since: instantSchema, looks: z.int().min(0) }).optional(),
  /** The colleague who looked at the provider's and said that it was sent. */
  settledBy: z.string().max(256).optional(),
})
export type Reply = z.infer<typeof replySchema>
