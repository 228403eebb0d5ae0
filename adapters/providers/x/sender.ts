import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked, Sender, Sent } from '../../../core/reply/sender.ts'
import { brokenRule, customerId, isSent, type ProviderAccess } from '../access.ts'
import { refused, sentBy } from '../http/outcome.ts'
import type { Answered } from '../http/request.ts'
import { type XApi, xApi, xName } from './api.ts'
import { lookOnX } from './look.ts'
import { uploadImages } from './media.ts'
import { duplicate, xRefusal } from './refusals.ts'

/**
 * Answers on X: a reply to a post (POST /2/tweets), or a direct message to its author (POST
 * /2/dm_conversations/with/:participant_id/messages). X has no idempotency keys; it refuses the same words twice, and can be
 * asked for what we posted. https://docs.x.com/x-api/posts/creation-of-a-post
 * https://docs.x.com/x-api/direct-messages/create-dm-message-by-participant-id
 */
export function xSender(access: ProviderAccess): Sender {
  return {
    idempotent: false,
    send: async reply => brokenRule(reply) ?? (await withApi(access, reply, api => sendOn(api, reply, access))),
    look: reply => look(access, reply),
  }
}

async function withApi(access: ProviderAccess, reply: Reply, send: (api: XApi) => Promise<Sent>): Promise<Sent> {
  const api = await xApi(access, reply)
  return isSent(api) ? api : send(api)
}

async function look(access: ProviderAccess, reply: Reply): Promise<Looked> {
  const api = await xApi(access, reply)
  return isSent(api) ? { outcome: 'unclear' } : lookOnX(api, reply)
}

async function sendOn(api: XApi, reply: Reply, access: ProviderAccess): Promise<Sent> {
  const refusal = (answer: Answered): Sent | undefined => xRefusal(answer, (access.now ?? Date.now)())
  const media = await uploadImages(api, reply, access.raw, refusal)
  if (isSent(media)) return media
  const sent =
    reply.route.form === 'direct' ? await message(api, reply, media, refusal) : await post(api, reply, media, refusal)
  return sent === duplicate ? repeated(api, reply) : sent
}

/** X has these words already: those of our own earlier try, if they are there since then. */
async function repeated(api: XApi, reply: Reply): Promise<Sent> {
  const looked = await lookOnX(api, reply)
  return looked.outcome === 'found' ? { outcome: 'sent', providerId: looked.providerId } : duplicate
}

type Refusal = (answer: Answered) => Sent | undefined

const postSchema = z.object({ data: z.object({ id: z.string().min(1) }) })

async function post(api: XApi, { route, content }: Reply, media: string[], refusal: Refusal): Promise<Sent> {
  if (route.inReplyTo === undefined)
    return refused('no-target', 'It does not say which post it answers. Answer from the post itself.')
  const answer = await api.post('/2/tweets', {
    ...(content.text.trim() !== '' && { text: content.text }),
    reply: { in_reply_to_tweet_id: route.inReplyTo },
    ...(media.length > 0 && { media: { media_ids: media } }),
  })
  return sentBy(xName, answer, postSchema, ({ data }) => data.id, refusal)
}

const messageSchema = z.object({ data: z.object({ dm_event_id: z.string().min(1) }) })

async function message(api: XApi, reply: Reply, media: string[], refusal: Refusal): Promise<Sent> {
  const path = `/2/dm_conversations/with/${encodeURIComponent(customerId(reply) ?? '')}/messages`
  const { text } = reply.content
  const answer = await api.post(path, {
    ...(text.trim() !== '' && { text }),
    ...(media.length > 0 && { attachments: media.map(media_id => ({ media_id })) }),
  })
  return sentBy(xName, answer, messageSchema, ({ data }) => data.dm_event_id, refusal)
}
