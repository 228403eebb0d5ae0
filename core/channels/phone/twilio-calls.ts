import * as z from 'zod'
import { allFindings, contactFinding, maxFindings, setAside, tooMany } from '../../payload/findings.ts'
import { readJson } from '../../payload/json.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { maxPageBytes, splitCallPages } from './split-call-pages.ts'
import { readCall } from './twilio-call.ts'
import type { TwilioForm } from './twilio-form.ts'
import { statusRank } from './twilio-status.ts'

/**
 * Twilio's call log as its REST API lists it: pages of calls, or calls one by one. A call is the same contact as its
 * status callbacks. https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 */
export const twilioCalls: Format = {
  name: 'twilio-calls',
  sourceKind: 'phone',
  parse: async (payload, source) => allFindings(parsePage(payload, source)),
  split: splitCallPages,
}

/** Conferences and recordings have a sid and a status too, but no ends; messages have a body. */
const text = z.string().optional().catch(undefined)
const callSchema = z.object({
  sid: z.string().min(1).max(128),
  account_sid: text,
  parent_call_sid: text,
  status: z.string().max(64),
  ...{ from: z.string(), to: z.string(), body: z.undefined().optional() },
  ...{ direction: text, duration: text, answered_by: text, caller_name: text },
  ...{ date_created: text, start_time: text, end_time: text },
})
const pageSchema = z.object({ calls: z.array(z.unknown()) })

function parsePage(payload: Payload, source: Source): Finding[] {
  if (payload.bytes.length > maxPageBytes) return [setAside(`The page is larger than ${maxPageBytes} bytes.`)]
  const read = readJson(payload.bytes)
  if (!read.ok) return [setAside(read.reason)]
  const page = pageSchema.safeParse(read.value)
  const calls = page.success ? page.data.calls : [read.value]
  if (calls.length > maxFindings) return [tooMany(calls.length)]
  return calls.map(call => parseCall(call, payload, source))
}

function parseCall(value: unknown, payload: Payload, source: Source): Finding {
  const call = callSchema.safeParse(value)
  if (!call.success) return setAside("The record is no call of Twilio's: it has no sid, no status or no ends.")
  const { sid, status } = call.data
  const rank = statusRank(status)
  if (rank === undefined) return setAside("The call's status is none that Twilio documents.")
  return contactFinding(readCall({ form: asForm(call.data), sid, status, rank }, payload, source))
}

/** The record in the words of a callback. A completed call's Timestamp is its end, as it is there. */
function asForm(call: z.infer<typeof callSchema>): TwilioForm {
  const end = call.status === 'completed' ? call.end_time : undefined
  const said = {
    ...{ CallbackSource: 'record', AccountSid: call.account_sid, ParentCallSid: call.parent_call_sid },
    ...{ Direction: call.direction, From: call.from, To: call.to, CallDuration: call.duration },
    ...{ AnsweredBy: call.answered_by, CallerName: call.caller_name },
    Timestamp: end ?? call.start_time ?? call.date_created,
  }
  return new Map(Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}
