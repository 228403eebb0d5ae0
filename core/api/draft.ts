import * as z from 'zod'
import { type Attachment, attachmentIdSchema, attachmentSchema } from '../attachment/attachment.ts'
import { type Draft, draftContentSchema, draftSchema } from '../draft/draft.ts'

/** Without `version` there must be none yet; an empty text without attachments throws the draft away. */
export const draftInputSchema = z
  .strictObject({
    ...draftContentSchema.shape,
    attachments: z.array(attachmentIdSchema).max(20).default([]),
    version: z.int().min(1).optional().describe('of the draft as it was seen'),
    author: z.string().min(1).max(256).default('me').describe('whose draft: a subject; me'),
  })
  .meta({ id: 'DraftInput' })

const { text, html, subject } = draftContentSchema.shape
const { author, authorName, version, updatedAt, updatedBy } = draftSchema.shape
export const shownDraftSchema = z
  .object({
    ...{ author, authorName, text, html, subject },
    attachments: z.array(z.string()),
    files: z
      .array(attachmentSchema.pick({ id: true, name: true, mediaType: true, bytes: true }))
      .describe('what is known of the attachments; one that is gone is absent'),
    ...{ version, updatedAt, updatedBy },
  })
  .meta({ id: 'Draft' })
export type ShownDraft = z.infer<typeof shownDraftSchema>

/** `known` may hold files of other drafts, too. */
export const showDraft = (draft: Draft, known: readonly Attachment[]): ShownDraft => {
  const { v: _v, conversation: _conversation, content, ...about } = draft
  const files = known.filter(({ id }) => content.attachments.includes(id))
  return {
    ...about,
    ...content,
    files: files.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes })),
  }
}

/** Absent: it was thrown away. */
export const savedDraftSchema = z.object({ draft: shownDraftSchema.optional() }).meta({ id: 'SavedDraft' })
export const draftsSchema = z.object({ items: z.array(shownDraftSchema) }).meta({ id: 'Drafts' })
