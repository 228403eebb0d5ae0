import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked, Sender, Sent } from '../../../core/reply/sender.ts'
import { isSent, type ProviderAccess, readSecrets } from '../access.ts'
import { notConnected, refused, sentBy } from '../http/outcome.ts'
import { type Call, callWithin, type ProviderAnswer } from '../http/request.ts'
import { lookThrough, type Page, sinceFirstTry } from '../look.ts'
import { twilioName, twilioRefusal } from './refusals.ts'

/**
 * An outbound call: Twilio rings whoever answers for us, and when they pick up, the customer (POST
 * /2010-04-01/Accounts/{sid}/Calls.json with its instructions as `Twiml`). It tells of the call on our webhook like of any
 * other. There are no idempotency keys; calls are listed by their ends and times.
 * https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource
 * https://www.twilio.com/docs/voice/twiml/number
 */
export function twilioSender(access: ProviderAccess): Sender {
  return {
    idempotent: false,
    send: async reply => {
      const line = await lineOf(access, reply)
      return isSent(line) ? line : place(line, access.publicUrl)
    },
    look: async reply => {
      const line = await lineOf(access, reply)
      return isSent(line) ? { outcome: 'unclear' } : scoped(line, await lookForCall(line, reply))
    },
  }
}

type Line = {
  accountSid: string
  caller: string
  agent: string
  customer: string
  base: string
  headers: Record<string, string>
  call: Call
}

const e164 = /^\+[1-9]\d{6,14}$/

/** The route's account is our number, or the account of the call that is answered; secrets fill in what it does not say. */
async function lineOf(access: ProviderAccess, { route }: Reply): Promise<Line | Sent> {
  const secrets = await readSecrets(access)
  if (isSent(secrets)) return secrets
  const { authToken, accountSid, callerNumber, agentNumber, apiUrl = 'https://api.twilio.com' } = secrets.twilio ?? {}
  const caller = e164.test(route.account) ? route.account : callerNumber
  if (!authToken || !accountSid || !caller || !agentNumber)
    return notConnected(twilioName, 'accountSid, callerNumber or agentNumber')
  const customer = route.to[0]?.identifier.value ?? ''
  if (!e164.test(customer))
    return refused('no-number', 'There is no phone number of the customer to call. Ask for one, or write.')
  const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` }
  return { accountSid, caller, agent: agentNumber, customer, base: apiUrl, headers, call: callWithin(access) }
}

const callsPath = ({ accountSid }: Line): string => `/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Calls.json`

const callSchema = z.object({ sid: z.string().min(1) })

const events = ['initiated', 'ringing', 'answered', 'completed']

/** Both legs tell of themselves: the first is ours, the one that is dialled names the customer. */
async function place(line: Line, publicUrl: string | undefined): Promise<Sent> {
  const webhook = publicUrl === undefined ? undefined : `${publicUrl}/webhooks/twilio/voice`
  const told = webhook === undefined ? '' : ` statusCallback="${webhook}" statusCallbackEvent="${events.join(' ')}"`
  const dial = `<Dial callerId="${line.caller}" answerOnBridge="true"><Number${told}>${line.customer}</Number></Dial>`
  const form = new URLSearchParams({ To: line.agent, From: line.caller, Twiml: `<Response>${dial}</Response>` })
  if (webhook !== undefined) form.set('StatusCallback', webhook)
  for (const event of webhook === undefined ? [] : events) form.append('StatusCallbackEvent', event)
  const headers = { ...line.headers, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await line.call({ method: 'POST', url: line.base + callsPath(line), headers, body: `${form}` })
  return scoped(
    line,
    sentBy(twilioName, answer, callSchema, ({ sid }) => sid, twilioRefusal),
  )
}

/** Twilio's calls are known by their account, not by our number. */
const scoped = <T extends Sent | Looked>({ accountSid: account }: Line, result: T): T =>
  'providerId' in result ? { ...result, account } : result

const listedSchema = z.object({
  sid: z.string(),
  direction: z.string().catch(''),
  date_created: z.string().nullish(),
})
type Listed = z.infer<typeof listedSchema>
const listSchema = z.object({ calls: z.array(listedSchema), next_page_uri: z.string().nullish() })

/**
 * Among the calls between our number and the one who answers, since the first try. Nothing in a call names its reply, so
 * two that fit leave it unclear. StartTime counts whole days.
 * https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 */
function lookForCall(line: Line, reply: Reply): Promise<Looked> {
  const since = sinceFirstTry(reply)
  const query = {
    To: line.agent,
    From: line.caller,
    'StartTime>': new Date(since).toISOString().slice(0, 10),
    PageSize: '100',
  }
  const first = `${callsPath(line)}?${new URLSearchParams(query)}`
  return lookThrough(
    async next => pageOf(await line.call({ method: 'GET', url: line.base + (next ?? first), headers: line.headers })),
    ({ direction, date_created }) => direction === 'outbound-api' && Date.parse(date_created ?? '') >= since,
    true,
  )
}

function pageOf(answer: ProviderAnswer): Page<Listed & { id: string }> | undefined {
  if (answer.reached !== 'answered' || answer.status !== 200) return undefined
  const parsed = listSchema.safeParse(answer.body)
  if (!parsed.success) return undefined
  const { calls, next_page_uri: next } = parsed.data
  return { items: calls.map(call => ({ ...call, id: call.sid })), ...(next && { next }) }
}
