import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked, Sent } from '../../../core/reply/sender.ts'
import { refused, sentBy } from '../http/outcome.ts'
import { type Fit, fitInWords, lookThrough, type Page } from '../look.ts'
import { isSameText } from '../same-text.ts'
import { type Graph, idPath, names } from './graph.ts'
import type { Messenger } from './messages.ts'
import { metaRefusal } from './refusals.ts'

const sentSchema = z.object({ id: z.string().min(1) })

/**
 * A public answer under a comment, a post or a review. Facebook: POST /{id}/comments. Instagram: POST /{comment}/replies,
 * and POST /{account}/mentions for a mention on another's media, whose route says `mention:<media>[:<comment>]`.
 * https://developers.facebook.com/docs/graph-api/reference/object/comments
 * https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment/replies
 * https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentions
 */
export async function sendComment(graph: Graph, network: Messenger, { route, content }: Reply): Promise<Sent> {
  if (route.inReplyTo === undefined)
    return refused('no-target', 'It does not say what it answers. Answer from the comment itself.')
  const message = content.text
  const [kind, media, comment] = route.inReplyTo.split(':')
  const body = kind === 'mention' ? { media_id: media, ...(comment && { comment_id: comment }), message } : { message }
  const path = kind === 'mention' ? `/${idPath(graph.own)}/mentions` : edgeOf(network, route.inReplyTo)
  const answer = await graph.post(path, body)
  return sentBy(
    names[network],
    answer,
    sentSchema,
    ({ id }) => id,
    refusal => metaRefusal(names[network], refusal),
  )
}

const edgeOf = (network: Messenger, id: string): string =>
  `/${idPath(id)}/${network === 'facebook' ? 'comments' : 'replies'}`

const commentSchema = z.object({
  id: z.string(),
  message: z.string().optional(),
  text: z.string().optional(),
  created_time: z.string().optional(),
  timestamp: z.string().optional(),
  from: z.object({ id: z.string() }).optional(),
})
type Comment = z.infer<typeof commentSchema>
const pageSchema = z.object({
  data: z.array(commentSchema),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string().optional() }).optional() })
    .optional(),
})

const queries = {
  facebook: { fields: 'id,message,created_time,from', order: 'reverse_chronological', filter: 'stream', limit: '100' },
  instagram: { fields: 'id,text,timestamp,from', limit: '100' },
}

/** What stands under it, newest first on Facebook. Answers to mentions on others' media cannot be listed. */
export function lookInComments(graph: Graph, network: Messenger, reply: Reply): Promise<Looked> {
  const target = reply.route.inReplyTo ?? ''
  if (target === '' || target.startsWith('mention:')) return Promise.resolve({ outcome: 'unclear' })
  const read = async (after: string | undefined): Promise<Page<Comment> | undefined> => {
    const answer = await graph.get(edgeOf(network, target), {
      ...queries[network],
      ...(after !== undefined && { after }),
    })
    if (answer.reached !== 'answered' || answer.status !== 200) return undefined
    const parsed = pageSchema.safeParse(answer.body)
    if (!parsed.success) return undefined
    const { data, paging } = parsed.data
    const next = paging?.next === undefined ? undefined : paging.cursors?.after
    return { items: data, ...(next !== undefined && { next }) }
  }
  return lookThrough(read, comment => (comment.from?.id === graph.own ? fitOf(comment, reply) : 'other'))
}

const fitOf = ({ message, text, created_time, timestamp }: Comment, reply: Reply): Fit =>
  fitInWords(reply, created_time ?? timestamp, isSameText(message ?? text ?? '', reply.content.text))
