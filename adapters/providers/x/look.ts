import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked } from '../../../core/reply/sender.ts'
import { customerId } from '../access.ts'
import type { ProviderAnswer } from '../http/request.ts'
import { type Fit, fitInWords, lookThrough, type Page, sinceFirstTry } from '../look.ts'
import { isSameText } from '../same-text.ts'
import type { XApi } from './api.ts'

const referenceSchema = z.object({ type: z.string(), id: z.string() })
const itemSchema = z.object({
  id: z.string(),
  text: z.string().catch(''),
  created_at: z.string().optional(),
  sender_id: z.string().optional(),
  referenced_tweets: z.array(referenceSchema).optional(),
})
const pageSchema = z.object({
  data: z.array(itemSchema).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})
type Item = z.infer<typeof itemSchema>

/** Looks for the reply among what our account wrote since it was first tried. */
export const lookOnX = (api: XApi, reply: Reply): Promise<Looked> =>
  reply.route.form === 'direct' ? lookInMessages(api, reply) : lookInPosts(api, reply)

/** https://docs.x.com/x-api/posts/user-posts-timeline-by-user-id; start_time counts whole seconds. */
function lookInPosts(api: XApi, reply: Reply): Promise<Looked> {
  const query = {
    ...{ max_results: '100', 'tweet.fields': 'created_at,referenced_tweets' },
    start_time: `${new Date(sinceFirstTry(reply)).toISOString().slice(0, 19)}Z`,
  }
  return lookThrough(
    async token => pageOf(await api.get(`/2/users/${api.userId}/tweets`, { ...query, ...next(token) })),
    item => (answersTarget(item, reply) ? fitOf(item, reply) : 'other'),
  )
}

/** https://docs.x.com/x-api/direct-messages/get-dm-events-for-a-dm-conversation: the newest first, up to 30 days old. */
function lookInMessages(api: XApi, reply: Reply): Promise<Looked> {
  const path = `/2/dm_conversations/with/${encodeURIComponent(customerId(reply) ?? '')}/dm_events`
  const query = {
    ...{ max_results: '100', event_types: 'MessageCreate', 'dm_event.fields': 'created_at,sender_id,text' },
  }
  const since = sinceFirstTry(reply)
  const isNew = (item: Item): boolean => Date.parse(item.created_at ?? '') >= since
  return lookThrough(
    async token => pageOf(await api.get(path, { ...query, ...next(token) }), isNew),
    item => (item.sender_id === api.userId ? fitOf(item, reply) : 'other'),
  )
}

const next = (token: string | undefined) => (token === undefined ? {} : { pagination_token: token })

const answersTarget = ({ referenced_tweets: references = [] }: Item, { route }: Reply): boolean =>
  references.some(({ type, id }) => type === 'replied_to' && id === route.inReplyTo)

function fitOf({ text, created_at }: Item, reply: Reply): Fit {
  const { content } = reply
  return fitInWords(reply, created_at, isSameText(text, content.text, content.attachments.length > 0))
}

/** A page that ends with something old is the last that is read. */
function pageOf(answer: ProviderAnswer, isNew: (item: Item) => boolean = () => true): Page<Item> | undefined {
  if (answer.reached !== 'answered' || answer.status !== 200) return undefined
  const parsed = pageSchema.safeParse(answer.body)
  if (!parsed.success) return undefined
  const { data = [], meta } = parsed.data
  const items = data.filter(isNew)
  const more = items.length === data.length ? meta?.next_token : undefined
  return { items, ...(more !== undefined && { next: more }) }
}
