import * as z from 'zod'
import { attachmentIdSchema, attachmentRefusal, mostBytes, shownName } from '../attachment/attachment.ts'

export const newAttachmentSchema = z
  .strictObject({
    name: z
      .string()
      .max(1000)
      .transform(shownName)
      .pipe(z.string().min(1, 'has no name of a file').max(255))
      .meta({ description: 'the name of the file, with its ending' }),
    mediaType: z
      .string()
      .regex(/^[a-z]+\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i, 'write a media type like application/pdf')
      .max(128),
    bytes: z.int().min(1).max(mostBytes),
  })
  .superRefine(({ name, mediaType }, check) => {
    const message = attachmentRefusal(name, mediaType)
    if (message !== undefined) check.addIssue({ code: 'custom', path: ['name'], message })
  })
  .meta({ id: 'NewAttachment' })

/** `uploadUrl` takes one PUT of exactly so many bytes within the hour; then replies may name the id. */
export const startedAttachmentSchema = z
  .object({ id: attachmentIdSchema, name: z.string(), uploadUrl: z.string() })
  .meta({ id: 'Attachment' })
