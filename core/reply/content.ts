import * as z from 'zod'

/** The longest text of any network is that of a mail; most allow far less: see rules.ts. */
export const longestText = 50_000

/** A file that goes with a reply: `object` is where it lies in the bucket. */
export const replyAttachmentSchema = z.object({
  name: z.string().min(1).max(255),
  mediaType: z.string().min(3).max(128),
  bytes: z.int().min(0),
  object: z.string().min(1).max(1024),
})
export type ReplyAttachment = z.infer<typeof replyAttachmentSchema>

/** What is said. `html` and `subject` go with mails only; `text` is always there. */
export const replyContentSchema = z.object({
  text: z.string().max(longestText),
  html: z.string().max(200_000).optional(),
  subject: z.string().max(998).optional(),
  attachments: z.array(replyAttachmentSchema).max(20),
})
export type ReplyContent = z.infer<typeof replyContentSchema>
