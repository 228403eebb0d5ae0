import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Evidence } from '../../../contact/contact.ts'
import { type NumberUse, useOf } from './number-use.ts'

/** Whose words the text is, which decides how far a number in it counts. */
export type Voice = 'own' | 'signature' | 'quoted' | 'automatic'

const mostCandidates = 40

/**
 * Digits as people write them, 7 to 17 of them with few signs between, not inside of a word, an address or a longer
 * number; the country code may end a line. Only these go to the phone number library, which needs a hundred times as long for a text as for a number.
 */
const candidate =
  /(?<![\p{L}\p{N}@_/=#][.+-]?|\d[.,:])(?:\+\d{1,3}\n\(?|\+ ?|\(\+?)?\d(?:[ \t().\u00a0\u2010-\u2015/-]{0,3}\d){6,16}(?![\p{L}\p{N}@_]|[.,:]\d)/gu

/** Programs wrap long lines, also within a number; numbers of a list stand on short ones. */
const wrappedNumber = /^(.{50,}\d)\n(?=[\d(])/gm

/**
 * The phone numbers that stand in a text, valid in the world or, without a country code, in `region`, each with what
 * the text makes of it. Fax numbers, order numbers, dates and the like are none.
 */
export function phonesIn(text: string, voice: Voice, region: string): Evidence[] {
  const found: Evidence[] = []
  let candidates = 0
  const unwrapped = text.replace(wrappedNumber, '$1 ')
  for (const { 0: written, index } of unwrapped.matchAll(candidate)) {
    if (candidates++ >= mostCandidates) break
    const use = useOf(unwrapped, index, written)
    const phone = use === 'other' ? undefined : readPhone(written, region)
    if (phone)
      found.push({
        identifier: { type: 'phone', value: phone.value },
        ...weigh(voice, phone.isService ? 'service' : use),
      })
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

function readPhone(written: string, region: string): { value: string; isService: boolean } | undefined {
  const parsed = parsePhoneNumberFromString(
    written.replace('(0)', '').replace('\n', ' '),
    isSupportedCountry(region) ? region : undefined,
  )
  return parsed?.isValid() === true
    ? { value: parsed.number, isService: serviceTypes.has(parsed.getType()) }
    : undefined
}

/** identity.md: a number in the author's own words is asserted (T3); in other people's, or of other people, a hint (T4). */
function weigh(voice: Voice, use: NumberUse | 'service'): Pick<Evidence, 'tier' | 'how'> {
  if (use === 'service') return { tier: 'T4', how: 'service-number' }
  switch (voice) {
    case 'quoted':
      return { tier: 'T4', how: 'quoted-text' }
    case 'automatic':
      return { tier: 'T4', how: 'automatic-mail' }
    case 'signature':
      return { tier: 'T3', how: 'signature' }
    case 'own':
      return use === 'own' ? { tier: 'T3', how: 'stated-in-text' } : { tier: 'T4', how: 'mentioned-in-text' }
    default:
      return voice satisfies never
  }
}
