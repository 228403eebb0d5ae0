import type { CallEnd } from './call-contact.ts'
import { phoneIdentifier } from './phone-number.ts'

/** One end of a Twilio call. `agent` is set for an endpoint of the company's own: a Voice SDK client, a SIP user. */
export type TwilioEnd = { end: CallEnd; agent?: string }

/**
 * Reads From or To: E.164, `client:name`, `sip:name@host` or `whatsapp:+44…`. A withheld caller comes as a word
 * (`Anonymous`) or as that word typed on a phone's keys, and names nobody.
 * https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function twilioEnd(address: string, region: string): TwilioEnd {
  const text = address.trim().slice(0, 256)
  const client = /^client:(.+)$/i.exec(text)?.[1]
  if (client !== undefined) return { end: { handle: text }, agent: client }
  const [, user = '', host = ''] = /^sips?:([^@;]+)(?:@([^;:>]+))?/i.exec(text) ?? []
  if (user !== '') return sipEnd(text, user, host, region)
  return { end: numberEnd(text.replace(/^whatsapp:/i, ''), region) }
}

/** Devices register at the company's own domain, `example.sip.twilio.com`; any other host is somebody calling in. */
function sipEnd(address: string, user: string, host: string, region: string): TwilioEnd {
  const end = user.startsWith('+') ? numberEnd(user, region) : {}
  if (end.identifier !== undefined) return { end }
  const registered = /\.sip(\.[a-z0-9-]+)?\.twilio\.com$/i.test(host)
  return { end: { handle: address }, ...(registered && { agent: user }) }
}

function numberEnd(number: string, region: string): CallEnd {
  const identifier = phoneIdentifier(number, region)
  return identifier === undefined ? {} : { identifier }
}
