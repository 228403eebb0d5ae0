import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked, Sender, Sent } from '../../../core/reply/sender.ts'
import { brokenRule, fileOf, isSent, type ProviderAccess } from '../access.ts'
import { refused } from '../http/outcome.ts'
import { lookInComments, sendComment } from './comments.ts'
import { type Graph, graphOf } from './graph.ts'
import { lookInConversation, type Messenger, sendMessage, sendPrivateReply } from './messages.ts'

/** Answers of a Page: comments, private replies and messages of Messenger. */
export const facebookSender = (access: ProviderAccess): Sender => messengerSender(access, 'facebook')

/** Answers of an Instagram account: replies to comments and mentions, private replies and messages. */
export const instagramSender = (access: ProviderAccess): Sender => messengerSender(access, 'instagram')

/** Neither network has idempotency keys; both can be asked for what we wrote. */
function messengerSender(access: ProviderAccess, network: Messenger): Sender {
  return {
    idempotent: false,
    send: async reply => {
      const broken = brokenRule(reply)
      if (broken) return broken
      const graph = await graphOf(access, network, reply)
      if (isSent(graph)) return graph
      const sent = await sendOn(graph, network, reply, access)
      return sent.outcome === 'refused' && repeatable.has(sent.code) ? repeated(graph, network, reply, sent) : sent
    },
    look: async reply => {
      const graph = await graphOf(access, network, reply)
      return isSent(graph) ? { outcome: 'unclear' } : lookOn(graph, network, reply)
    },
  }
}

/** What may be said of our own earlier try. */
const repeatable = new Set(['duplicate', 'already-answered'])

async function repeated(graph: Graph, network: Messenger, reply: Reply, refusal: Sent): Promise<Sent> {
  const looked = await lookOn(graph, network, reply)
  return looked.outcome === 'found' ? { outcome: 'sent', providerId: looked.providerId } : refusal
}

async function sendOn(graph: Graph, network: Messenger, reply: Reply, access: ProviderAccess): Promise<Sent> {
  switch (reply.route.form) {
    case 'comment':
      return sendComment(graph, network, reply)
    case 'private-reply':
      return sendPrivateReply(graph, network, reply)
    case 'direct': {
      const message = await messageOf(reply, access)
      return isSent(message) ? message : sendMessage(graph, network, reply, message)
    }
    case 'mail':
    case 'post':
    case 'call':
      return refused('rule-form', 'The network has no such way to answer.')
    default:
      return reply.route.form satisfies never
  }
}

const lookOn = (graph: Graph, network: Messenger, reply: Reply): Promise<Looked> =>
  reply.route.form === 'comment' ? lookInComments(graph, network, reply) : lookInConversation(graph, network, reply)

/**
 * The text, or the one picture as a part of the request itself, so that nothing is left behind where it fails.
 * https://developers.facebook.com/docs/messenger-platform/send-messages#file
 */
async function messageOf({ content }: Reply, { raw }: ProviderAccess): Promise<object | FormData | Sent> {
  const [attachment] = content.attachments
  if (attachment === undefined) return { text: content.text }
  const file = await fileOf(raw, attachment)
  if (isSent(file)) return file
  const form = new FormData()
  form.set('message', JSON.stringify({ attachment: { type: 'image', payload: { is_reusable: false } } }))
  form.set('filedata', file, attachment.name)
  return form
}
