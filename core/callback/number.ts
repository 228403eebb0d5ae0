import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { phoneIdentifier } from '../channels/phone/phone-number.ts'

/** A number to call, in E.164 and as people read it. */
export type CallNumber = { number: string; shown: string }

/** A number as people in `region` (ISO 3166-1) write it; undefined for what nobody can call. */
export function callNumber(written: string, region: string): CallNumber | undefined {
  const number = phoneIdentifier(written, region)?.value
  const parsed = number === undefined ? undefined : parsePhoneNumberFromString(number)
  return parsed && { number: parsed.number, shown: parsed.formatInternational() }
}
