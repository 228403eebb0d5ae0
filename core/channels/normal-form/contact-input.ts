import * as z from 'zod'
import { contactSchema, tierSchema } from '../../contact/contact.ts'
import { identifierTypes } from '../../contact/identifier.ts'

const { channel, kind, direction, call, social, automatic, language } = contactSchema.shape

/** An identifier as a sender writes it; a phone in national form and an address in capitals are brought into form. */
const identifierInputSchema = z.object({ type: z.enum(identifierTypes), value: z.string().trim().min(1).max(512) })

/** The sender's own id of something; a number is its digits. */
const originalIdSchema = z.union([z.string().min(1).max(512), z.int().transform(String)])

const partyInputSchema = z.object({
  identifier: identifierInputSchema,
  name: z.string().max(256).optional(),
  handle: z.string().max(256).optional(),
})
export type PartyInput = z.infer<typeof partyInputSchema>

const instantInputSchema = z.iso.datetime({ offset: true })

const threadInputSchema = z.object({
  id: z.string().max(1024),
  inReplyTo: z.string().max(1024).optional(),
  references: z.array(z.string().max(1024)).max(100).default([]),
})

/** `how` is a fixed word of the sender's, of letters, digits and hyphens. */
const evidenceInputSchema = z.object({
  identifier: identifierInputSchema,
  tier: tierSchema,
  how: z
    .string()
    .regex(/^[a-z0-9-]{1,48}$/)
    .default('stated'),
})
export type EvidenceInput = z.infer<typeof evidenceInputSchema>

const attachmentInputSchema = z.object({
  name: z.string().max(512),
  mediaType: z.string().max(256).default('application/octet-stream'),
  bytes: z.int().min(0).default(0),
  ref: z.string().max(1024).default(''),
})

/**
 * A contact as another system sends it: the normal form, without what the source knows (brand, department) and what
 * receiving it adds (receivedAt, rawRef). `id` is the sender's own id of the contact and `answers` that of the contact
 * it answers; times may have any offset. An item that says `deleted` needs nothing but its id.
 */
export const contactInputSchema = z.object({
  v: z.literal(1).optional(),
  id: originalIdSchema,
  part: z.string().max(128).optional(),
  ...{ channel, kind, direction },
  brand: z.string().min(1).max(128).optional(),
  department: z.string().min(1).max(128).optional(),
  campaign: z.string().max(256).optional(),
  occurredAt: instantInputSchema,
  revision: z.int().min(0).default(0),
  from: partyInputSchema.optional(),
  to: z.array(partyInputSchema).max(50).default([]),
  subject: z.string().max(1024).optional(),
  text: z.string().max(1_000_000).default(''),
  language,
  attachments: z.array(attachmentInputSchema).max(100).default([]),
  thread: threadInputSchema.optional(),
  answers: originalIdSchema.optional(),
  ...{ automatic, call, social },
  evidence: z.array(evidenceInputSchema).max(50).optional(),
})
export type ContactInput = z.infer<typeof contactInputSchema>

export const deletionInputSchema = z.object({
  id: originalIdSchema,
  deleted: z.literal(true),
  deletedAt: instantInputSchema.optional(),
})
export type DeletionInput = z.infer<typeof deletionInputSchema>
