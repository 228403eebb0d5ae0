import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { numbersOfCallers } from './callers.ts'
import { type NumberUse, useOf } from './number-use.ts'

/**
 * A phone number that stands in a text, by its UTF-16 offsets. `value` is E.164; `use` is what the words before it make of
 * it; one that is not `isValid` has the length of a number in a range that nobody was given; a service number (toll free, premium rate and the like) is one that everybody calls, no person's.
 */
export type PhoneNumber = Readable & { start: number; end: number; use: NumberUse }

const mostCandidates = 40

/**
 * Digits as people write them, 7 to 17 of them with few signs between, not inside of a word, an address or a longer
 * number; the country code may end a line. Only these go to the phone number library, which needs a hundred times as long for a text as for a number.
 */
const candidate =
  /(?<![\p{L}\p{N}@_/=#][.+-]?|\d[.,:])(?:\+\d{1,3}\n\(?|\+ ?|\(\+?)?\d(?:[ \t().\u00a0\u2010-\u2015/-]{0,3}\d){6,16}(?![\p{L}\p{N}@_]|[.,:]\d)/gu

/** Programs wrap long lines, also within a number; numbers of a list stand on short ones. */
const wrappedNumber = /^(.{50,}\d)\n(?=[\d(])/gm

/** The phone numbers of a text, possible in the world or, without a country code, in `region`; fax and order numbers, dates and the like are of use `other`. */
export function phoneNumbersIn(text: string, region: string): PhoneNumber[] {
  const found: PhoneNumber[] = []
  let candidates = 0
  const unwrapped = text.replace(wrappedNumber, '$1 ')
  const callers = numbersOfCallers(unwrapped)
  for (const { 0: written, index } of unwrapped.matchAll(candidate)) {
    if (candidates++ >= mostCandidates) break
    const use = callers.some(({ start }) => start === index) ? 'mentioned' : useOf(unwrapped, index, written)
    const phone = use === 'other' ? undefined : readPhone(written, region)
    if (phone) found.push({ ...phone, use, start: index, end: index + written.length })
  }
  return found
}

/** Numbers that everybody calls are no person's. */
const serviceTypes = new Set<string | undefined>([
  'TOLL_FREE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'UAN',
  'VOICEMAIL',
  'PAGER',
])

type Readable = { value: string; isService: boolean; isValid: boolean }

/**
 * The E.164 form of a number; without a country, the digits of one that has as many as numbers have (ITU-T E.164: 7 to 15).
 * Undefined where its length is none of its country's.
 */
export function readPhone(written: string, region: string): Readable | undefined {
  const plain = written
    .replace('(0)', '')
    .replace('\n', ' ')
    .replace(/^00(?=[1-9])/, '+')
  const parsed = parsePhoneNumberFromString(plain, isSupportedCountry(region) ? region : undefined)
  if (parsed?.isPossible() === true)
    return { value: parsed.number, isService: serviceTypes.has(parsed.getType()), isValid: parsed.isValid() }
  const digits = plain.replace(/\D/g, '')
  const isNational = !isSupportedCountry(region) && !/^\+|^00/.test(plain) && digits.length >= 7 && digits.length <= 15
  return isNational ? { value: digits, isService: false, isValid: false } : undefined
}
