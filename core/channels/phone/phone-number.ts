import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Identifier } from '../../contact/identifier.ts'
import { identifierClass } from '../../identity/identifier-class.ts'

/**
 * The identifier of a number as a provider or a person wrote it; undefined for what names nobody: a withheld or
 * placeholder number, an extension, digits masked with letters. A number in international form needs only a possible
 * length, because carriers open ranges before libphonenumber's tables know them; one in national form must be valid
 * in `region` (ISO 3166-1), because any extension or order number has a possible length somewhere.
 */
export function phoneIdentifier(text: string, region: string): Identifier | undefined {
  const written = text.trim().slice(0, 64)
  const parsed = parsePhoneNumberFromString(written, { extract: false, ...regionOption(region) })
  if (parsed === undefined || !(written.startsWith('+') ? parsed.isPossible() : parsed.isValid())) return undefined
  const identifier: Identifier = { type: 'phone', value: parsed.number }
  return identifierClass(identifier) === 'personal' ? identifier : undefined
}

/** Unknown regions read international form only. */
export const regionOption = (region: string): { defaultCountry?: CountryCode } =>
  isSupportedCountry(region) ? { defaultCountry: region } : {}
