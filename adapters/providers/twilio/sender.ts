import * as z from 'zod'
import type { Looked, Sender, Sent } from '../../../core/reply/sender.ts'
import { isSent, type ProviderAccess } from '../access.ts'
import { sentBy } from '../http/outcome.ts'
import { callsPath, type Line, lineOf } from './line.ts'
import { lookForCall } from './look.ts'
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
