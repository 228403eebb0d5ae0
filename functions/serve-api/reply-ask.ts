import type * as z from 'zod'
import { Problem } from '../../core/api/problem.ts'
import type { replyInputSchema } from '../../core/api/reply.ts'
import { type Actor, actorName } from '../../core/api/role.ts'
import { attachmentOf } from '../../core/attachment/attachment.ts'
import type { Ask } from '../../core/reply/ask.ts'
import type { ReplyAttachment } from '../../core/reply/content.ts'
import type { ApiDependencies } from './api-dependencies.ts'
import { readTyped } from './typed-identifiers.ts'

/** What a person sends, as an answer is asked for. Throws `Problem` for what cannot be understood. */
export async function askOf(
  deps: ApiDependencies,
  conversation: string,
  body: z.output<typeof replyInputSchema>,
  actor: Actor,
): Promise<Ask> {
  const { id = deps.newId(), text, html, subject, attachments, to, cc, ...rest } = body
  const [files, identifier] = await Promise.all([
    readFiles(deps, attachments),
    to === undefined ? undefined : readTyped(deps, 'body.to', to),
  ])
  const written = { ...(html !== undefined && { html }), ...(subject !== undefined && { subject }) }
  return {
    ...rest,
    ...{ id, conversation, purpose: 'reply', by: { subject: actor.subject, actor: actorName(actor) } },
    content: { text, ...written, attachments: files },
    ...(identifier && { to: identifier }),
    cc: cc.map(value => ({ identifier: { type: 'email', value: value.toLowerCase() } })),
  }
}

async function readFiles({ attachments }: ApiDependencies, ids: string[]): Promise<ReplyAttachment[]> {
  const found = ids.length === 0 ? [] : await attachments.read(ids)
  const known = new Set(found.map(({ id }) => id))
  const message = 'is no file that was announced: POST /v1/attachments'
  const errors = ids.flatMap((id, at) => (known.has(id) ? [] : [{ field: `body.attachments.${at}`, message }]))
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
  return found.map(attachmentOf)
}
