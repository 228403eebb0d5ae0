import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { longestText } from '../reply/content.ts'

/** An item holds 400 KB, and a character takes up to three bytes. */
const longestHtml = 60_000

export const draftContentSchema = z.object({
  text: z.string().max(longestText),
  html: z.string().max(longestHtml).optional(),
  subject: z.string().max(998).optional(),
  /** Ids of attachments. */
  attachments: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(20),
})

/**
 * An answer that is not sent yet: one for each conversation and person, which colleagues see and may change. `author` is
 * the subject of whose answer it is, `updatedBy` whoever wrote last. `version` rises with every change and is never used
 * again, also when a new draft is begun after one was thrown away.
 */
export const draftSchema = z.object({
  v: z.literal(1),
  conversation: z.string().max(64),
  author: z.string().min(1).max(256),
  authorName: z.string().min(1).max(256),
  content: draftContentSchema,
  version: z.int().min(1),
  updatedAt: instantSchema,
  updatedBy: z.string().min(1).max(256),
})
export type Draft = z.infer<typeof draftSchema>

/** What nobody went on with for so long is gone. */
export const draftDays = 90

/** Seen at once; more people do not write in one conversation, and longer ones would not fit into an answer. */
export const mostDrafts = 20
