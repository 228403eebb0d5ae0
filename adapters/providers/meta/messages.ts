import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked, Sent } from '../../../core/reply/sender.ts'
import { customerId } from '../access.ts'
import { sentBy } from '../http/outcome.ts'
import { type Fit, fitInWords, lookThrough, type Page } from '../look.ts'
import { isSameText } from '../same-text.ts'
import { type Graph, idPath, type MetaNetwork, names } from './graph.ts'
import { metaRefusal } from './refusals.ts'

const sentSchema = z.object({ message_id: z.string().min(1) })

export type Messenger = Extract<MetaNetwork, 'facebook' | 'instagram'>

/**
 * A message of Messenger or Instagram: POST /{page or account}/messages. Outside the 24 hours after the customer's last
 * message Meta refuses it; a person's answer is then sent as such, under the tag HUMAN_AGENT, good for 7 days.
 * https://developers.facebook.com/docs/messenger-platform/reference/send-api
 * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api
 */
export async function sendMessage(
  graph: Graph,
  network: Messenger,
  reply: Reply,
  message: object | FormData,
): Promise<Sent> {
  const recipient = { id: customerId(reply) ?? '' }
  const sent = await postMessage(graph, network, withMembers(message, { recipient, messaging_type: 'RESPONSE' }))
  const isTooLate = sent.outcome === 'refused' && sent.code === 'outside-window'
  if (!isTooLate || reply.purpose !== 'reply') return sent
  const tagged = { recipient, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
  return postMessage(graph, network, withMembers(message, tagged))
}

/**
 * One message to whoever wrote a comment, or a post on the Page, within 7 days.
 * https://developers.facebook.com/docs/messenger-platform/discovery/private-replies
 * https://developers.facebook.com/docs/instagram-platform/private-replies
 */
export function sendPrivateReply(graph: Graph, network: Messenger, { route, content }: Reply): Promise<Sent> {
  const target = route.inReplyTo ?? ''
  const isPost = network === 'facebook' && target.startsWith(`${graph.own}_`)
  const recipient = isPost ? { post_id: target } : { comment_id: target }
  return postMessage(graph, network, { recipient, message: { text: content.text } })
}

async function postMessage(graph: Graph, network: Messenger, body: object | FormData): Promise<Sent> {
  const answer = await graph.post(`/${idPath(graph.own)}/messages`, body)
  return sentBy(
    names[network],
    answer,
    sentSchema,
    ({ message_id }) => message_id,
    refusal => metaRefusal(names[network], refusal),
  )
}

/** In a form with a file the other members are JSON beside it. */
function withMembers(message: object | FormData, members: Record<string, unknown>): object | FormData {
  if (!(message instanceof FormData)) return { ...members, message }
  const form = new FormData()
  for (const [name, value] of message) form.append(name, value)
  for (const [name, value] of Object.entries(members))
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  return form
}

const messageSchema = z.object({
  id: z.string(),
  created_time: z.string(),
  message: z.string().catch(''),
  from: z.object({ id: z.string() }).optional(),
  to: z.object({ data: z.array(z.object({ id: z.string() })) }).optional(),
})
type Message = z.infer<typeof messageSchema>
const conversationsSchema = z.object({
  data: z.array(z.object({ messages: z.object({ data: z.array(messageSchema) }).optional() })),
})

/**
 * The newest messages of the conversation with the customer; 20 can be read, more were not sent since the first try.
 * https://developers.facebook.com/docs/messenger-platform/conversations
 */
export function lookInConversation(graph: Graph, network: Messenger, reply: Reply): Promise<Looked> {
  const query = {
    platform: network === 'facebook' ? 'messenger' : 'instagram',
    ...{ user_id: customerId(reply) ?? '', fields: 'messages.limit(20){id,created_time,from,to,message}' },
  }
  const read = async (): Promise<Page<Message> | undefined> => {
    const answer = await graph.get(`/${idPath(graph.own)}/conversations`, query)
    if (answer.reached !== 'answered' || answer.status !== 200) return undefined
    const parsed = conversationsSchema.safeParse(answer.body)
    return parsed.success ? { items: parsed.data.data.flatMap(({ messages }) => messages?.data ?? []) } : undefined
  }
  return lookThrough(read, message => (message.from?.id === graph.own ? fitOf(message, reply) : 'other'))
}

/** Where Meta names the recipients, the customer is to be one of them. */
function fitOf({ created_time, message, to }: Message, reply: Reply): Fit {
  const fit = fitInWords(reply, created_time, isSameText(message, reply.content.text))
  const isToCustomer = to === undefined || to.data.some(({ id }) => id === customerId(reply))
  return fit === 'ours' && !isToCustomer ? 'perhaps' : fit
}
