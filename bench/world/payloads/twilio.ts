import { twilioDate } from '../calendar.ts'
import type { Truth } from '../event.ts'
import { truthOf } from '../matters/contact.ts'
import type { Matter } from '../matters/matter.ts'
import type { Stranger } from '../people/person.ts'
import type { Random } from '../random.ts'
import { type Call, callShown, isSpoofed, placeCall } from './call.ts'
import type { Draft } from './draft.ts'

/**
 * Status callbacks of Twilio Voice as form bodies (https://www.twilio.com/docs/voice/api/call-resource, "StatusCallback").
 * Their order is that of `SequenceNumber`, not of arrival.
 */

/**
 * What `From` holds for a withheld number: the words since the change of November 2022
 * (https://www.twilio.com/en-us/changelog/upcoming-changes-to-withheld-caller-ids-behavior-for-dial-calls), and their
 * letters on a telephone keypad, which older and foreign networks still signal.
 */
export const withheldNumbers = [
  'anonymous',
  'Restricted',
  '+266696687',
  '+7378742833',
  '+86282452253',
  '+8656696',
  '+2562533',
]

const accountSid = 'AC7a1c0ffee7a1c0ffee7a1c0ffee7a1c0'
const path = '/webhooks/twilio/voice'

type Status = { status: string; after: number }
type Parties = { from: string; to: string; fromCountry: string; toCountry: string; direction: string }

function statusesOf({ outcome, ringing, talking }: Call, outbound: boolean): Status[] {
  const first = outbound ? [{ status: 'initiated', after: 0 }] : []
  const ring = { status: 'ringing', after: outbound ? 2 : 0 }
  if (outcome !== 'answered') return [...first, ring, { status: outcome, after: ringing }]
  return [...first, ring, { status: 'in-progress', after: ringing }, { status: 'completed', after: ringing + talking }]
}

const ended = new Set(['completed', 'busy', 'no-answer'])
const sipCodes: Record<string, string> = { completed: '200', busy: '486', 'no-answer': '487' }

function params(
  callSid: string,
  parties: Parties,
  { status, after }: Status,
  sequence: number,
  at: number,
  call: Call,
) {
  const duration = status === 'completed' ? call.talking : 0
  return {
    Called: parties.to,
    ToState: '',
    CallerCountry: parties.fromCountry,
    Direction: parties.direction,
    Timestamp: twilioDate(at + after * 1000),
    CallbackSource: 'call-progress-events',
    ...(ended.has(status) && { SipResponseCode: sipCodes[status] ?? '200' }),
    CallerState: '',
    ToZip: '',
    SequenceNumber: `${sequence}`,
    CallSid: callSid,
    To: parties.to,
    CallerZip: '',
    ToCountry: parties.toCountry,
    CalledZip: '',
    ApiVersion: '2010-04-01',
    CalledCity: '',
    CallStatus: status,
    ...(ended.has(status) && { Duration: `${Math.ceil(duration / 60)}` }),
    From: parties.from,
    ...(ended.has(status) && { CallDuration: `${duration}` }),
    AccountSid: accountSid,
    CalledCountry: parties.toCountry,
    CallerCity: '',
    ToCity: '',
    FromCountry: parties.fromCountry,
    Caller: parties.from,
    FromCity: '',
    CalledState: '',
    FromZip: '',
    FromState: '',
  }
}

function partiesOf(matter: Matter, call: Call, by: 'customer' | 'company', random: Random): Parties {
  const { brand } = matter
  const number = call.withheld ? random.pick(withheldNumbers) : (call.line?.phone.e164 ?? 'anonymous')
  const country = call.withheld ? '' : (call.line?.phone.plan ?? '')
  return by === 'customer'
    ? { from: number, to: brand.phone, fromCountry: country, toCountry: 'GB', direction: 'inbound' }
    : { from: brand.phone, to: number, fromCountry: 'GB', toCountry: country, direction: 'outbound-api' }
}

function callbacks(call: Call, parties: Parties, truth: Truth, at: number, random: Random): Draft[] {
  const callSid = `CA${random.hex(32)}`
  const statuses = statusesOf(call, parties.direction !== 'inbound')
  return statuses.map((status, sequence) => {
    const fields = params(callSid, parties, status, sequence, at, call)
    const spoken = sequence === statuses.length - 1 ? truth.spoken : []
    return {
      at: Math.floor(at + status.after * 1000 + random.spread(80, 4000)),
      door: 'webhook',
      format: 'twilio-voice',
      path,
      contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
      bytes: Buffer.from(new URLSearchParams(fields).toString()),
      params: fields,
      truth: { ...truth, part: status.status, spoken },
    }
  })
}

/** A call on the brand's main number, both ways, as its callbacks. Says whether the two spoke. */
export function twilioCall(
  matter: Matter,
  at: number,
  by: 'customer' | 'company',
  stranger: Stranger,
): { drafts: Draft[]; connected: boolean } {
  const { random } = matter
  const spoofed = by === 'customer' && isSpoofed(random)
  const call = placeCall(matter, at, spoofed ? 'stranger' : by)
  const shown = { identifiersShown: callShown(call, matter, by), spoken: call.spoken }
  const truth: Truth = { ...truthOf(matter, { by, via: 'call', at }), ...shown }
  const whole: Truth = spoofed ? { ...truth, person: stranger.id, topic: 'spam' } : truth
  const drafts = callbacks(call, partiesOf(matter, call, by, random), whole, at, random)
  return { drafts, connected: call.outcome === 'answered' }
}
