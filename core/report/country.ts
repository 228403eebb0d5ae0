import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Contact } from '../contact/contact.ts'

/** Ends of addresses that say a country: those of two letters, as ISO 3166 writes it (but `.uk`, which is GB). */
const topDomain = /@[^@]*\.(uk|us|de|at|ch|fr|es|it|nl|be|ie|au|nz|in|ca|mx|br|pt|se|no|dk|fi|pl|jp|za)$/

/**
 * Where a customer is, as far as a contact tells: by their phone number, by the country of its language tag, by the end of
 * their address. Not by the company's own country: better unknown than wrong. ISO 3166-1, two letters.
 */
export function countryOf({ from, to, direction, language }: Contact): string | undefined {
  const theirs = (direction === 'inbound' ? from : to[0])?.identifier
  if (theirs?.type === 'phone' || theirs?.type === 'whatsapp') return countryOfNumber(theirs.value)
  const tagged = /-([A-Z]{2})$/.exec(language ?? '')?.[1]
  const end = theirs?.type === 'email' ? topDomain.exec(theirs.value)?.[1] : undefined
  return tagged ?? (end === 'uk' ? 'GB' : end?.toUpperCase())
}

const countries = new Map<string, string | undefined>()
const mostKept = 10_000

/** The same customers write again; reading a number costs more than all else about a contact. */
function countryOfNumber(value: string): string | undefined {
  const number = value.startsWith('+') ? value : `+${value}`
  if (countries.has(number)) return countries.get(number)
  if (countries.size >= mostKept) countries.clear()
  const country = parsePhoneNumberFromString(number)?.country
  countries.set(number, country)
  return country
}
