import type { Call } from '../../contact/contact.ts'
import { optionalText } from '../../payload/text.ts'
import { field, secondsField, type TwilioForm } from './twilio-form.ts'

/** https://www.twilio.com/docs/voice/api/call-resource#call-status-values, ranked in the order in which a call passes them. */
const ranks = new Map([
  ['queued', 0],
  ['initiated', 1],
  ['ringing', 2],
  ['in-progress', 3],
  ['answered', 3],
  ['completed', 4],
  ['busy', 4],
  ['no-answer', 4],
  ['canceled', 4],
  ['failed', 4],
])
const finalRank = 4
const answeredStatuses = new Set(['in-progress', 'answered', 'completed'])

/** The rank is the revision of the call's part; undefined for a status that Twilio does not document. */
export const statusRank = (status: string): number | undefined => ranks.get(status)

/** CallDuration is in seconds and counts from the answer; Duration is in minutes, for the bill. */
export const callSeconds = (form: TwilioForm, status: string): number =>
  status === 'completed' ? secondsField(form, 'CallDuration') : 0

/** What one request says of the call. Only a final status has a disposition, so that none is overruled by ringing. */
export function callAt(form: TwilioForm, status: string, agent: string | undefined): Call {
  return {
    answered: answeredStatuses.has(status),
    durationSeconds: callSeconds(form, status) || secondsField(form, 'DialCallDuration'),
    ...optionalText('agent', agent),
    ...(statusRank(status) === finalRank && { disposition: dispositionOf(form, status) }),
    ...optionalText('recordingRef', field(form, 'RecordingUrl'), 1024),
  }
}

/** https://www.twilio.com/docs/voice/answering-machine-detection: human, fax, unknown, machine_start, machine_end_… */
const dispositionOf = (form: TwilioForm, status: string): string =>
  /^(machine|fax)/.exec(field(form, 'AnsweredBy') ?? '')?.[0] ?? status
