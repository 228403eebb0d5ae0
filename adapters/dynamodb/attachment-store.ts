import { type Attachment, type AttachmentStore, attachmentSchema } from '../../core/attachment/attachment.ts'
import { draftDays } from '../../core/draft/draft.ts'
import { attachmentKeys } from './keys.ts'
import type { Table } from './table.ts'

/** What is known of uploaded files. A reply keeps a copy, so these need to live no longer than drafts. */
export const attachmentStore = (table: Table): AttachmentStore => ({
  create: async attachment => {
    const expiresAt = Math.ceil(Date.parse(attachment.createdAt) / 1000) + draftDays * 86_400
    await table.put({ ...attachmentSchema.parse(attachment), ...attachmentKeys.item(attachment.id), expiresAt })
  },
  read: async ids => {
    const once = [...new Set(ids)]
    const items = once.length === 0 ? [] : await table.batchGet(once.map(attachmentKeys.item), true)
    const byId = new Map(items.map(item => attachmentSchema.parse(item)).map(found => [found.id, found]))
    return once.flatMap((id): Attachment[] => {
      const found = byId.get(id)
      return found === undefined ? [] : [found]
    })
  },
})
