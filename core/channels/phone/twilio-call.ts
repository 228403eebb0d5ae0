import type { Contact } from '../../contact/contact.ts'
import { contactId } from '../../contact/contact-id.ts'
import { secondsLater } from '../../payload/instant.ts'
import { optionalText } from '../../payload/text.ts'
import { isOwn, type Source } from '../../source/source.ts'
import type { Payload } from '../channel.ts'
import { type CallRecord, callContact } from './call-contact.ts'
import { type TwilioEnd, twilioEnd } from './twilio-address.ts'
import { field, instantField, type TwilioForm } from './twilio-form.ts'
import { callAt, callSeconds } from './twilio-status.ts'

export type TwilioCall = { form: TwilioForm; sid: string; status: string; rank: number }

/** One request, or one record, as one part of its call. */
export function readCall({ form, sid, status, rank }: TwilioCall, payload: Payload, source: Source): Contact {
  const parent = field(form, 'ParentCallSid')
  const provider = { account: field(form, 'AccountSid') ?? source.id, id: parent ?? sid }
  const from = twilioEnd(field(form, 'From') ?? field(form, 'Caller') ?? '', source.defaultRegion)
  const to = twilioEnd(field(form, 'To') ?? field(form, 'Called') ?? '', source.defaultRegion)
  const record: CallRecord = {
    id: contactId(provider.account, provider.id),
    provider,
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
