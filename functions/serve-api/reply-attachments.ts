import { Problem } from '../../core/api/problem.ts'
import { attachmentOf } from '../../core/attachment/attachment.ts'
import type { ReplyAttachment } from '../../core/reply/content.ts'
import type { ApiDependencies } from './api-dependencies.ts'

/** The announced files that an answer names, in its order. Throws `Problem` that names those which are not there. */
export async function requireAttachments(
  { attachments }: Pick<ApiDependencies, 'attachments'>,
  ids: readonly string[],
): Promise<ReplyAttachment[]> {
  const found = await attachments.read(ids)
  const known = new Set(found.map(({ id }) => id))
  const errors = ids.flatMap((id, at) =>
    known.has(id) ? [] : [{ field: `body.attachments.${at}`, message: 'is no id of an attachment: announce it first' }],
  )
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
  return found.map(attachmentOf)
}
