import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Sender, Sent } from '../../../core/reply/sender.ts'
import { brokenRule, customerId, fileOf, isSent, type ProviderAccess } from '../access.ts'
import { sentBy, unreached } from '../http/outcome.ts'
import { type Graph, graphOf, idPath, names } from './graph.ts'
import { metaRefusal } from './refusals.ts'

const name = names.whatsapp
const sentSchema = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })
const mediaSchema = z.object({ id: z.string().min(1) })

/**
 * Answers of a WhatsApp number: POST /{phone number id}/messages. The API has neither idempotency keys nor a list of what
 * was sent, so an unclear one stays with a person.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
 */
export const whatsappSender = (access: ProviderAccess): Sender => ({
  idempotent: false,
  send: async reply => {
    const broken = brokenRule(reply)
    if (broken) return broken
    const graph = await graphOf(access, 'whatsapp', reply)
    if (isSent(graph)) return graph
    const said = await saidIn(graph, reply, access)
    return isSent(said) ? said : sendMessage(graph, reply, said)
  },
})

async function sendMessage(graph: Graph, reply: Reply, said: object): Promise<Sent> {
  const { inReplyTo } = reply.route
  const answer = await graph.post(`/${idPath(graph.own)}/messages`, {
    ...{ messaging_product: 'whatsapp', recipient_type: 'individual' },
    ...addressee(customerId(reply) ?? ''),
    ...(inReplyTo !== undefined && { context: { message_id: inReplyTo } }),
    ...said,
  })
  return sentBy(
    name,
    answer,
    sentSchema,
    ({ messages }) => messages[0]?.id ?? '',
    refusal => metaRefusal(name, refusal),
  )
}

/** A number is addressed as `to`, a business-scoped user id as `recipient`. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids/ */
const addressee = (id: string): object => (/^\d+$/.test(id) ? { to: id } : { recipient: id })

/** A text, or an image with the text below it. https://developers.facebook.com/docs/whatsapp/cloud-api/messages/image-messages */
async function saidIn(graph: Graph, { content }: Reply, { raw }: ProviderAccess): Promise<object | Sent> {
  const [attachment] = content.attachments
  if (attachment === undefined) return { type: 'text', text: { body: content.text, preview_url: false } }
  const file = await fileOf(raw, attachment)
  if (isSent(file)) return file
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', attachment.mediaType)
  form.set('file', file, attachment.name)
  const answer = await graph.post(`/${idPath(graph.own)}/media`, form)
  const uploaded = sentBy(
    name,
    answer,
    mediaSchema,
    ({ id }) => id,
    refusal => metaRefusal(name, refusal),
  )
  if (uploaded.outcome === 'unclear') return unreached(name)
  if (uploaded.outcome !== 'sent') return uploaded
  const caption = content.text.trim() === '' ? {} : { caption: content.text }
  return { type: 'image', image: { id: uploaded.providerId, ...caption } }
}
