import { conversationParams } from '../../../core/api/conversation.ts'
import { Problem } from '../../../core/api/problem.ts'
import {
  replyInputSchema,
  replyListSchema,
  replyParams,
  retryInputSchema,
  settleInputSchema,
  shownReplySchema,
  showReply,
} from '../../../core/api/reply.ts'
import { type Actor, actorName } from '../../../core/api/role.ts'
import type { Conversation } from '../../../core/conversation/conversation.ts'
import { acceptReply } from '../../../core/reply/accept.ts'
import { happened } from '../../../core/reply/happened.ts'
import { judgeAgain } from '../../../core/reply/judge-again.ts'
import type { Reply } from '../../../core/reply/reply.ts'
import { retried, settled, undone } from '../../../core/reply/transitions.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditConversation, conversationRoles, customerOf, requireConversation } from '../conversation-access.ts'
import { askOf } from '../reply-ask.ts'

/** Answers: given, listed, taken back, tried again, and looked after where nobody knows. */
export const replyRoutes = (deps: ApiDependencies): Route[] => [
  replyRoute(deps),
  repliesRoute(deps),
  oneReplyRoute(deps),
  undoRoute(deps),
  retryRoute(deps),
  settleRoute(deps),
]

const tooLate = 'It is on its way or sent, and cannot be taken back.'
const notFailed = 'Only an answer that failed is tried again.'
const notUnknown = 'What became of this answer is known.'

const replyRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/conversations/{id}/reply',
    roles: conversationRoles,
    summary: 'Answer the customer, where they wrote; it is sent when the time to undo it is over',
    params: conversationParams,
    query: nothing,
    body: replyInputSchema,
    answer: shownReplySchema,
    status: 202,
    handle: async ({ params, body, actor }) => {
      const accepted = await acceptReply(deps.replying, await askOf(deps, params.id, body, actor))
      switch (accepted.outcome) {
        case 'accepted':
          await deps.drafts.discard(accepted.reply.conversation, actor.subject)
          return showReply(accepted.reply)
        case 'refused':
          throw new Problem('answer-held', undefined, { refusals: accepted.refusals })
        case 'not found':
          throw new Problem('not-found', 'No conversation has this id.')
        default:
          return accepted satisfies never
      }
    },
  })

/** More than anybody reads; those of an older time are contacts on the timeline. */
const listed = 50

const repliesRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/conversations/{id}/replies',
    roles: conversationRoles,
    summary: 'The newest answers of a conversation and what became of them: at most fifty',
    params: conversationParams,
    query: nothing,
    body: nothing,
    answer: replyListSchema,
    handle: async ({ params, actor }) => {
      const conversation = await requireConversation(deps, params.id)
      const [{ replies }] = await Promise.all([
        deps.replying.replies.ofConversation(conversation.id, listed),
        auditReading(deps, actor, conversation),
      ])
      return { items: replies.map(showReply) }
    },
  })

const oneReplyRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/replies/{id}',
    roles: conversationRoles,
    summary: 'An answer and what became of it',
    params: replyParams,
    query: nothing,
    body: nothing,
    answer: shownReplySchema,
    handle: async ({ params, actor }) => {
      const reply = await requireReply(deps, params.id)
      await auditReading(deps, actor, await requireConversation(deps, reply.conversation))
      return showReply(reply)
    },
  })

async function auditReading(deps: ApiDependencies, actor: Actor, conversation: Conversation): Promise<void> {
  await auditConversation(deps, actor, await customerOf(deps, conversation), conversation.id)
}

const undoRoute = (deps: ApiDependencies): Route =>
  route({
    ...changing('undo', 'Take an answer back before it is sent'),
    body: nothing,
    handle: ({ params, actor }) => change(deps, params.id, actor, reply => undone(reply), tooLate),
  })

const retryRoute = (deps: ApiDependencies): Route =>
  route({
    ...changing('retry', 'Send an answer that failed once more; what speaks against it now is said first'),
    body: retryInputSchema,
    handle: async ({ params, actor, body }) => {
      await lookAgain(deps, params.id, body.waive)
      return change(deps, params.id, actor, (reply, at) => retried(reply, at), notFailed)
    },
  })

const settleRoute = (deps: ApiDependencies): Route =>
  route({
    ...changing('settle', 'Say whether an answer of which nobody knows was sent; if not, it is sent again'),
    body: settleInputSchema,
    handle: async ({ params, body, actor }) => {
      if (!body.sent) await lookAgain(deps, params.id, body.waive)
      const settle = (reply: Reply, at: string) => settled(reply, body.sent, actorName(actor), at)
      return change(deps, params.id, actor, settle, notUnknown)
    },
  })

const changing = (name: string, summary: string) =>
  ({
    ...{ method: 'POST' as const, path: `/v1/replies/{id}/${name}`, roles: conversationRoles, summary },
    ...{ params: replyParams, query: nothing, answer: shownReplySchema },
  }) as const

/** What would be sent once more is judged once more. */
async function lookAgain(deps: ApiDependencies, id: string, waive: string[]): Promise<void> {
  const reply = await requireReply(deps, id)
  if (reply.status !== 'failed' && reply.status !== 'unknown') return
  const refusals = await judgeAgain(deps.replying, reply, waive)
  if (refusals.length > 0) throw new Problem('answer-held', undefined, { refusals })
}

async function change(
  deps: ApiDependencies,
  id: string,
  actor: Actor,
  become: (reply: Reply, at: string) => Reply | undefined,
  refusal: string,
) {
  const was = await requireReply(deps, id)
  const at = deps.now()
  const next = become(was, at)
  if (next === undefined) throw new Problem('conflict', refusal)
  const changed = await deps.replying.replies.change(next, was, happened(next, actorName(actor), at))
  if (!changed) throw new Problem('conflict', 'It changed just now. Look at it again.')
  return showReply(next)
}

async function requireReply({ replying }: ApiDependencies, id: string): Promise<Reply> {
  const reply = await replying.replies.read(id)
  if (reply === undefined) throw new Problem('not-found', 'No answer has this id.')
  return reply
}
