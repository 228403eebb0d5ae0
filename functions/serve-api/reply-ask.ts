import type * as z from 'zod'
import { Problem } from '../../core/api/problem.ts'
import type { replyInputSchema } from '../../core/api/reply.ts'
import { type Actor, actorName } from '../../core/api/role.ts'
import type { Ask } from '../../core/reply/ask.ts'
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
  if (attachments.length > 0) throw new Problem('invalid-request', 'Attachments cannot be sent yet.')
  const identifier = to === undefined ? undefined : await readTyped(deps, 'body.to', to)
  return {
    ...rest,
    ...{ id, conversation, purpose: 'reply', by: { subject: actor.subject, actor: actorName(actor) } },
    content: { text, ...(html !== undefined && { html }), ...(subject !== undefined && { subject }), attachments: [] },
    ...(identifier && { to: identifier }),
    cc: cc.map(value => ({ identifier: { type: 'email', value: value.toLowerCase() } })),
  }
}
