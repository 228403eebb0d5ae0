import * as z from 'zod'
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

export type MetaAccount = { network: 'facebook' | 'instagram' | 'whatsapp'; id: string; token: string }
export type MetaOptions = {
  accounts: MetaAccount[]
  /** Comments and people that nobody can answer any more. */
  deleted?: string[]
  pageSize?: number
  onSent?: (taken: Taken) => void
}

const graphError = (status: number, code: number, message: string, subcode?: number, headers = {}): Answer => ({
  ...{ status, headers },
  body: {
    error: { message, type: 'OAuthException', code, ...(subcode && { error_subcode: subcode }), fbtrace_id: 'A1' },
  },
})

/** As Meta documents them: https://developers.facebook.com/docs/messenger-platform/error-codes and WhatsApp's page of codes. */
const refusals = {
  'rate-limit': () =>
    graphError(400, 613, 'Calls to this api have exceeded the rate limit.', undefined, {
      'x-business-use-case-usage': JSON.stringify({ 1: [{ type: 'pages', estimated_time_to_regain_access: 2 }] }),
    }),
  token: () => graphError(400, 190, 'Error validating access token: Session has expired.', 463),
  permission: () => graphError(403, 200, 'Permissions error'),
  deleted: () => graphError(400, 100, 'Unsupported post request. Object does not exist.', 33),
  'outside window': () => graphError(400, 10, 'This message is sent outside of allowed window.', 2018278),
  'outside window, whatsapp': () => graphError(400, 131047, 'Re-engagement message'),
  unreachable: () => graphError(400, 551, "This person isn't available right now."),
  'pair rate, whatsapp': () => graphError(400, 131056, '(Business Account, Consumer Account) pair rate limit hit'),
  unknown: () => graphError(500, 2, 'An unexpected error has occurred. Please retry your request later.'),
  'already answered': () => graphError(400, 10900, 'Activity already replied to'),
} satisfies Record<string, () => Answer>

type Meta = MetaOptions & { ledger: Ledger }

/** A stand-in for the Graph API: comments, mentions, private replies, messages of three networks, their lists in pages. */
export function startMeta(options: MetaOptions): Promise<Loopback> {
  const meta = { ...options, ledger: ledgerOf('meta', options.onSent) }
  const error = { status: 502, body: {} }
  return startLoopback(meta.ledger.sent, { handle: asked => handle(meta, asked), refusals, error })
}

async function handle(meta: Meta, asked: Asked): Promise<Handled> {
  const account = meta.accounts.find(({ token }) => asked.headers.authorization === `Bearer ${token}`)
  if (account === undefined) return { kind: 'refuse', answer: refusals.token() }
  const [, id = '', edge = ''] = /^\/v\d+\.\d+\/([^/]+)\/([a-z_]+)$/.exec(decodeURIComponent(asked.path)) ?? []
  if (asked.method === 'GET') {
    const answer =
      edge === 'conversations' ? conversations(meta, account, asked.query) : comments(meta, account, id, asked.query)
    return { kind: 'read', answer }
  }
  const body = await bodyOf(asked)
  if (edge === 'media') return { kind: 'refuse', answer: { status: 200, body: { id: meta.ledger.newId() } } }
  if (edge === 'mentions') return { kind: 'send', take: () => mention(meta, account, body) }
  if (edge === 'comments' || edge === 'replies') return { kind: 'send', take: () => comment(meta, account, id, body) }
  if (edge === 'messages' && id === account.id) return { kind: 'send', take: () => message(meta, account, body) }
  return { kind: 'refuse', answer: refusals.deleted() }
}

const person = z.object({
  id: z.string().optional(),
  comment_id: z.string().optional(),
  post_id: z.string().optional(),
})
const bodySchema = z.object({
  message: z
    .union([z.string(), z.object({ text: z.string().optional(), attachment: z.unknown().optional() })])
    .optional(),
  recipient: z.union([person, z.string()]).optional(),
  media_id: z.string().optional(),
  comment_id: z.string().optional(),
  messaging_product: z.literal('whatsapp').optional(),
  to: z.string().optional(),
  context: z.object({ message_id: z.string() }).optional(),
  text: z.object({ body: z.string() }).optional(),
  image: z.object({ id: z.string(), caption: z.string().optional() }).optional(),
})
type Body = z.infer<typeof bodySchema>

/** JSON, or a form whose members are JSON. */
async function bodyOf(asked: Asked): Promise<Body> {
  if (!asked.headers['content-type']?.startsWith('multipart/')) return bodySchema.parse(asked.json())
  const members = [...(await asked.form())].flatMap(([name, value]) =>
    typeof value === 'string' && value.startsWith('{') ? [[name, JSON.parse(value)] as const] : [],
  )
  return bodySchema.parse(Object.fromEntries(members))
}

function comment({ ledger, deleted = [] }: Meta, account: MetaAccount, target: string, { message }: Body): Answer {
  if (deleted.includes(target)) return refusals.deleted()
  const id = account.network === 'facebook' ? `${target.split('_')[0]}_${ledger.newId()}` : ledger.newId()
  ledger.keep(id, { ...ours(account), form: 'comment', target, text: String(message ?? ''), media: [] })
  return { status: 200, body: { id } }
}

function mention(
  { ledger }: Meta,
  account: MetaAccount,
  { media_id: media = '', comment_id: on, message }: Body,
): Answer {
  const id = ledger.newId()
  ledger.keep(id, { ...ours(account), form: 'comment', target: on ?? media, text: String(message ?? ''), media: [] })
  return { status: 200, body: { id } }
}

function message(meta: Meta, account: MetaAccount, body: Body): Answer {
  if (account.network === 'whatsapp') return whatsapp(meta, account, body)
  const { recipient } = body
  const who = typeof recipient === 'object' ? recipient : {}
  const target = who.comment_id ?? who.post_id
  if (meta.deleted?.includes(target ?? who.id ?? '')) return refusals.unreachable()
  if (target !== undefined && meta.ledger.sent.some(known => known.form === 'private-reply' && known.target === target))
    return refusals['already answered']()
  const said = typeof body.message === 'object' ? body.message : {}
  const id = `m_${meta.ledger.newId()}`
  meta.ledger.keep(id, {
    ...{ ...ours(account), form: target === undefined ? 'direct' : 'private-reply' },
    ...(target === undefined ? { to: who.id ?? '' } : { target }),
    ...{ text: said.text ?? '', media: said.attachment === undefined ? [] : ['attachment'] },
  })
  return { status: 200, body: { recipient_id: who.id ?? 'of the comment', message_id: id } }
}

function whatsapp(
  { ledger, deleted = [] }: Meta,
  account: MetaAccount,
  { to, recipient, context, text, image }: Body,
): Answer {
  const person = to ?? (typeof recipient === 'string' ? recipient : '')
  if (deleted.includes(person)) return graphError(400, 131026, 'Message undeliverable')
  const id = `wamid.${ledger.newId()}`
  const target = context?.message_id
  ledger.keep(id, {
    ...{ ...ours(account), form: 'direct', to: person, ...(target !== undefined && { target }) },
    ...{ text: text?.body ?? image?.caption ?? '', media: image === undefined ? [] : [image.id] },
  })
  const contacts = [{ input: person, wa_id: person }]
  return { status: 200, body: { messaging_product: 'whatsapp', contacts, messages: [{ id }] } }
}

function comments(
  { ledger, pageSize }: Meta,
  { network, id: own }: MetaAccount,
  under: string,
  query: URLSearchParams,
): Answer {
  const all = ledger.sent.filter(({ form, target }) => form === 'comment' && target === under).reverse()
  const { items, next } = pageOf(all, query.get('after'), pageSize ?? Number(query.get('limit')))
  const data = items.map(({ id, at, text }) =>
    network === 'facebook'
      ? { id, message: text, created_time: zoned(at), from: { id: own, name: 'Us' } }
      : { id, text, timestamp: zoned(at), from: { id: own, username: 'us' } },
  )
  const paging = {
    cursors: { before: '0', after: next ?? 'end' },
    ...(next !== undefined && { next: 'https://graph.facebook.com/…' }),
  }
  return { status: 200, body: { data, ...(data.length > 0 && { paging }) } }
}

function conversations({ ledger }: Meta, { id: own }: MetaAccount, query: URLSearchParams): Answer {
  const all = ledger.sent.filter(
    ({ form, account, to }) => form === 'direct' && account === own && to === query.get('user_id'),
  )
  const data = all.reverse().slice(0, 20)
  const messages = data.map(({ id, at, text, to }) => ({
    id,
    created_time: zoned(at),
    from: { id: own },
    to: { data: [{ id: to }] },
    message: text,
  }))
  return { status: 200, body: { data: messages.length === 0 ? [] : [{ id: 't_1', messages: { data: messages } }] } }
}

const ours = ({ network, id }: MetaAccount) => ({ network, account: id })

/** Meta's times: whole seconds, and an offset without a colon. */
const zoned = (at: string): string => `${at.slice(0, 19)}+0000`
