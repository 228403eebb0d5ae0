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

export type TwilioOptions = {
  accountSid: string
  authToken: string
  pageSize?: number
  /** Customers for whom our own line does not pick up, so that nobody dials them. */
  unanswered?: string[]
  onSent?: (taken: Taken) => void
}

const restError = (status: number, code: number, message: string, headers = {}): Answer => ({
  ...{ status, headers },
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})

/** https://www.twilio.com/docs/usage/twilios-response */
const refusals = {
  'rate-limit': () => restError(429, 20429, 'Too Many Requests', { 'retry-after': '3' }),
  token: () => restError(401, 20003, 'Authenticate'),
  'no number': () => restError(400, 21211, "Invalid 'To' Phone Number"),
  'not allowed': () => restError(400, 21215, 'Account not authorized to call this number.'),
} satisfies Record<string, () => Answer>

type Twilio = TwilioOptions & { ledger: Ledger }

/** A stand-in for api.twilio.com: calls are placed, and listed by their ends in pages. Nothing rings. */
export function startTwilio(options: TwilioOptions): Promise<Loopback> {
  const twilio = { ...options, ledger: ledgerOf('twilio', options.onSent) }
  const error = restError(500, 20500, 'An internal server error has occurred')
  return startLoopback(twilio.ledger.sent, { handle: asked => handle(twilio, asked), refusals, error })
}

function handle(twilio: Twilio, asked: Asked): Handled {
  const basic = Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')
  if (asked.headers.authorization !== `Basic ${basic}`) return { kind: 'refuse', answer: refusals.token() }
  if (asked.path !== callsPath(twilio)) return { kind: 'refuse', answer: restError(404, 20404, 'Not found') }
  if (asked.method === 'GET') return { kind: 'read', answer: list(twilio, asked.query) }
  return { kind: 'send', take: () => call(twilio, asked) }
}

const callsPath = ({ accountSid }: Twilio): string => `/2010-04-01/Accounts/${accountSid}/Calls.json`

/** Whom the instructions dial is `to`; the number that is called first, and our own, stand in `target`. */
function call({ ledger, accountSid }: Twilio, asked: Asked): Answer {
  const form = new URLSearchParams(new TextDecoder().decode(asked.bytes))
  const dialled = /<Number[^>]*>([^<]+)<\/Number>/.exec(form.get('Twiml') ?? '')?.[1] ?? ''
  const sid = `CA${ledger.newId().padStart(32, '0')}`
  const target = endsOf(form)
  ledger.keep(sid, { account: accountSid, form: 'call', target, to: dialled, text: form.get('Twiml') ?? '', media: [] })
  return { status: 201, body: { sid, account_sid: accountSid, status: 'queued', direction: 'outbound-api' } }
}

const endsOf = (form: URLSearchParams): string => `${form.get('From')} ${form.get('To')}`

/** Once our line picks up, the customer is dialled: a call of its own, whose parent is ours. */
function childrenOf({ ledger, unanswered = [] }: Twilio, parent: string): Answer {
  const dialled = ledger.sent.filter(({ id, to }) => id === parent && to !== undefined && !unanswered.includes(to))
  const calls = dialled.map(({ id, to, at }) => ({
    ...{ sid: id.replace('CA', 'CB'), parent_call_sid: id, direction: 'outbound-dial', to, date_created: rfc2822(at) },
  }))
  return { status: 200, body: { calls, next_page_uri: null } }
}

function list(twilio: Twilio, query: URLSearchParams): Answer {
  const parent = query.get('ParentCallSid')
  if (parent !== null) return childrenOf(twilio, parent)
  const all = twilio.ledger.sent.filter(
    ({ target, at }) => target === endsOf(query) && at >= (query.get('StartTime>') ?? ''),
  )
  const { items, next } = pageOf(
    all.reverse(),
    query.get('PageToken'),
    twilio.pageSize ?? Number(query.get('PageSize')),
  )
  const calls = items.map(({ id, at }) => ({
    sid: id,
    direction: 'outbound-api',
    status: 'queued',
    date_created: rfc2822(at),
  }))
  const after = new URLSearchParams([...query].filter(([name]) => name !== 'PageToken'))
  after.set('PageToken', next ?? '')
  return { status: 200, body: { calls, next_page_uri: next === undefined ? null : `${callsPath(twilio)}?${after}` } }
}

const rfc2822 = (at: string): string => new Date(at).toUTCString().replace('GMT', '+0000')
