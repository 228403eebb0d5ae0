import { contactFinding, notAContact, setAside } from '../../payload/findings.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { readCall } from './twilio-call.ts'
import { field, readForm, type TwilioForm } from './twilio-form.ts'
import { statusRank } from './twilio-status.ts'

/**
 * Twilio's voice webhooks: the request for an incoming call, the status callbacks of a call and of its child legs, and
 * the requests of <Dial>, <Record> and <Gather>. Each is one part of its call; together, in any order, they are the call.
 * https://www.twilio.com/docs/voice/twiml#request-parameters
 * https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export const twilioVoice: Format = {
  name: 'twilio-voice',
  sourceKind: 'phone',
  parse: async (payload, source) => [parseForm(payload, source)],
}

function parseForm(payload: Payload, source: Source): Finding {
  const form = readForm(payload.bytes)
  if (form === undefined) return setAside('The payload is larger than any voice callback.')
  const sid = field(form, 'CallSid')
  if (sid === undefined) return setAside('The payload has no CallSid, so it is no voice callback.')
  const status = field(form, 'CallStatus')?.toLowerCase()
  if (status === undefined) return withoutStatus(form)
  const rank = statusRank(status)
  if (rank === undefined) return setAside('The CallStatus is none that Twilio documents.')
  return contactFinding(readCall({ form, sid, status, rank }, payload, source))
}

/** The callbacks about a recording or an answering machine name the call but not its ends. */
function withoutStatus(form: TwilioForm): Finding {
  if (form.has('RecordingSid')) return notAContact('News of a recording; the call itself comes by its own callbacks.')
  if (form.has('AnsweredBy')) return notAContact('News of who answered; the call itself comes by its own callbacks.')
  return setAside('The callback has no CallStatus.')
}
