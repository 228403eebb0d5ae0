import * as z from 'zod'
import { linksIn } from '../../core/reply/rules/links.ts'
import { xLength } from '../../core/reply/rules/x-length.ts'
import {
  type Answer,
  type Asked,
  type Handled,
  type Ledger,
  type Loopback,
  ledgerOf,
  pageOf,
  startLoopback,
  type Taken,
} from './loopback.ts'

export type XOptions = {
  /** Our account, and the OAuth 2.0 token that it answers with; any signed request of OAuth 1.0a is let in too. */
  userId: string
  token: string
  /** Posts that nobody can answer any more. */
  deleted?: string[]
  /** How many items a page has; X gives up to 100. */
  pageSize?: number
  onSent?: (taken: Taken) => void
}

const problem = (status: number, title: string, detail: string, headers = {}): Answer => ({
  ...{ status, headers },
  body: { title, detail, type: 'about:blank', status },
})
const forbidden = (detail: string): Answer => problem(403, 'Forbidden', detail)

/** As X documents and words them. https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
const refusals = {
  'rate-limit': () => ({
    status: 429,
    headers: {
      'x-rate-limit-limit': '100',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': `${Math.floor(Date.now() / 1000) + 120}`,
    },
    body: { errors: [{ code: 88, message: 'Rate limit exceeded' }] },
  }),
  token: () => problem(401, 'Unauthorized', 'Unauthorized'),
  duplicate: () => forbidden('You are not allowed to create a Tweet with duplicate content.'),
  deleted: () => forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.'),
  'not permitted': () => forbidden('Reply to this conversation is not allowed because you have not been mentioned.'),
  'messages closed': () => forbidden('You do not have permission to DM one or more participants.'),
} satisfies Record<string, () => Answer>

const postSchema = z.object({
  text: z.string().optional(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
  media: z.object({ media_ids: z.array(z.string()).min(1).max(4) }).optional(),
})
const messageSchema = z.object({
  text: z.string().optional(),
  attachments: z
    .array(z.object({ media_id: z.string() }))
    .length(1)
    .optional(),
})

/** A stand-in for api.x.com: posts, direct messages, their lists in pages, uploads, and no words twice. */
export function startX(options: XOptions): Promise<Loopback> {
  const x = { ...options, ledger: ledgerOf('x', options.onSent) }
  const error = problem(500, 'Internal Server Error', 'Internal Server Error')
  return startLoopback(x.ledger.sent, { handle: asked => handle(x, asked), refusals, error })
}

type X = XOptions & { ledger: Ledger }

async function handle(x: X, asked: Asked): Promise<Handled> {
  const authorization = asked.headers.authorization ?? ''
  const known = authorization === `Bearer ${x.token}` || authorization.startsWith('OAuth oauth_consumer_key=')
  if (!known) return { kind: 'refuse', answer: refusals.token() }
  if (asked.path === '/2/tweets') return { kind: 'send', take: () => post(x, asked) }
  if (asked.path === '/2/media/upload') return { kind: 'refuse', answer: upload(x, await asked.form()) }
  if (asked.path === `/2/users/${x.userId}/tweets`) return { kind: 'read', answer: posts(x, asked.query) }
  const person = /^\/2\/dm_conversations\/with\/([^/]+)\/(?:messages|dm_events)$/.exec(asked.path)?.[1]
  if (person === undefined) return { kind: 'refuse', answer: problem(404, 'Not Found', 'Not Found') }
  if (asked.method === 'POST') return { kind: 'send', take: () => message(x, asked, person) }
  return { kind: 'read', answer: messages(x, asked.query, person) }
}

function post({ ledger, userId, deleted = [] }: X, asked: Asked): Answer {
  const { text = '', reply, media } = postSchema.parse(asked.json())
  const target = reply?.in_reply_to_tweet_id
  if (xLength(text) > 280) return problem(400, 'Invalid Request', 'Your Tweet text is too long.')
  if (target !== undefined && deleted.includes(target)) return refusals.deleted()
  const images = media?.media_ids ?? []
  const isRepeated = ledger.sent.some(known => known.form === 'post' && known.text === text && known.target === target)
  if (isRepeated && images.length === 0) return refusals.duplicate()
  const id = ledger.newId()
  ledger.keep(id, { account: userId, form: 'post', ...(target !== undefined && { target }), text, media: images })
  return { status: 201, body: { data: { id, text: shown(text), edit_history_tweet_ids: [id] } } }
}

function message({ ledger, userId }: X, asked: Asked, to: string): Answer {
  const { text = '', attachments = [] } = messageSchema.parse(asked.json())
  const id = ledger.newId()
  ledger.keep(id, { account: userId, form: 'direct', to, text, media: attachments.map(({ media_id }) => media_id) })
  return { status: 201, body: { data: { dm_conversation_id: `${userId}-${to}`, dm_event_id: id } } }
}

function upload({ ledger }: X, form: FormData): Answer {
  const file = form.get('media')
  if (!(file instanceof File)) return problem(400, 'Invalid Request', 'media is missing')
  const id = ledger.newId()
  return { status: 200, body: { data: { id, media_key: `3_${id}`, size: file.size } } }
}

function posts(x: X, query: URLSearchParams): Answer {
  const since = (query.get('start_time') ?? '').replace('Z', '')
  const all = x.ledger.sent.filter(({ form, at }) => form === 'post' && at >= since)
  return list(x, all.reverse(), query, ({ id, at, text, target, media }) => ({
    ...{ id, created_at: `${at.slice(0, 19)}.000Z` },
    text: shown(text) + (media.length > 0 ? ' https://t.co/picture001' : ''),
    ...(target !== undefined && { referenced_tweets: [{ type: 'replied_to', id: target }] }),
  }))
}

function messages(x: X, query: URLSearchParams, person: string): Answer {
  const all = x.ledger.sent.filter(({ form, to }) => form === 'direct' && to === person)
  return list(x, all.reverse(), query, ({ id, at, text }) => ({
    ...{ id, event_type: 'MessageCreate', created_at: at, sender_id: x.userId, text: shown(text) },
  }))
}

function list({ pageSize }: X, all: Taken[], query: URLSearchParams, itemOf: (taken: Taken) => object): Answer {
  const { items, next } = pageOf(all, query.get('pagination_token'), pageSize ?? Number(query.get('max_results')))
  const meta = { result_count: items.length, ...(next !== undefined && { next_token: next }) }
  return { status: 200, body: items.length === 0 ? { meta } : { data: items.map(itemOf), meta } }
}

/** As X shows a text: its entities escaped, each link one of t.co. */
function shown(text: string): string {
  const linked = linksIn(text).reduce(
    (left, link, at) => left.replace(link, `https://t.co/Link${String(at).padStart(6, '0')}`),
    text,
  )
  return linked.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
