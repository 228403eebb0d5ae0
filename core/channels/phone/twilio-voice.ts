import type { Contact } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { contactFinding, notAContact, setAside } from '../../payload/findings.ts'
import { secondsLater } from '../../payload/instant.ts'
import { optionalText } from '../../payload/text.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'
import { type CallRecord, callContact } from './call-contact.ts'
import { type TwilioEnd, twilioEnd } from './twilio-address.ts'
import { field, instantField, readForm, type TwilioForm } from './twilio-form.ts'
import { callAt, callSeconds, statusRank } from './twilio-status.ts'

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

type Callback = { form: TwilioForm; sid: string; status: string; rank: number }

function readCall({ form, sid, status, rank }: Callback, payload: Payload, source: Source): Contact {
  const parent = field(form, 'ParentCallSid')
  const from = twilioEnd(field(form, 'From') ?? field(form, 'Caller') ?? '', source.defaultRegion)
  const to = twilioEnd(field(form, 'To') ?? field(form, 'Called') ?? '', source.defaultRegion)
  const record: CallRecord = {
    id: contactId(field(form, 'AccountSid') ?? source.id, parent ?? sid),
    part: partName(form, status, parent === undefined ? 'call' : `leg ${sid}`),
    revision: rank,
    kind: form.has('TranscriptionText') ? 'voicemail' : 'call',
    direction: directionOf(form, from, to, source),
    occurredAt: secondsLater(instantField(form, 'Timestamp') ?? payload.receivedAt, -callSeconds(form, status)),
    caller: { ...from.end, ...optionalText('name', field(form, 'CallerName')) },
    callee: to.end,
    attested: field(form, 'StirVerstat') === 'TN-Validation-Passed-A',
    text: field(form, 'TranscriptionText') ?? field(form, 'SpeechResult') ?? '',
    call: callAt(form, status, (parent && to.agent) ?? from.agent),
  }
  return callContact(record, source, payload)
}

/**
 * A child leg is always `outbound-dial` to Twilio; it takes the direction of its call. That is outbound when one of the
 * company's own endpoints or numbers calls out, and inbound when it rings one of them or when somebody else calls.
 */
function directionOf(form: TwilioForm, from: TwilioEnd, to: TwilioEnd, source: Source): Contact['direction'] {
  const said = field(form, 'Direction')?.toLowerCase()
  if (said === 'outbound-api' || said === 'outbound') return 'outbound'
  if (from.agent !== undefined) return 'outbound'
  const fromOwn = from.end.identifier !== undefined && isOwn(source, from.end.identifier)
  return fromOwn && to.agent === undefined ? 'outbound' : 'inbound'
}

/** Several requests carry one status, so what else a request tells is in the name of its part. */
function partName(form: TwilioForm, status: string, leg: string): string {
  const news = ['TranscriptionSid', 'DialCallSid', 'RecordingSid', 'SpeechResult', 'Digits'].find(key => form.has(key))
  const request = field(form, 'CallbackSource') ?? 'request'
  return `${leg} ${status} ${news ?? request}`.slice(0, 128)
}
