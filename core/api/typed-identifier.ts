import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import * as z from 'zod'
import { phoneIdentifier } from '../channels/phone/phone-number.ts'
import { type Identifier, identifierSchema, identifierTypes, parseIdentifierName } from '../contact/identifier.ts'

/** An identifier as people and programs write it: `phone:+442079460000`, an address, a number, or the two fields. */
export const typedIdentifierSchema = z.union([z.string().min(1).max(600), identifierSchema]).meta({
  id: 'TypedIdentifier',
  description: 'Like `phone:+442079460000` or {"type":"email","value":"alice@example.com"}',
})
export type TypedIdentifier = z.infer<typeof typedIdentifierSchema>

/** What was understood, or a sentence that says how to write it. */
export type Understood = { identifier: Identifier } | { refusal: string }

/**
 * What people type, in the one form that is stored. A number without a country code is read as each of `regions`
 * (ISO 3166-1) would dial it, and refused unless exactly one number comes of it.
 */
export function understandIdentifier(typed: TypedIdentifier, regions: readonly string[]): Understood {
  const { type, value } = typeof typed === 'string' ? guessType(typed) : typed
  switch (type) {
    case 'email':
      return understandEmail(value)
    case 'phone':
      return understandPhone(value, regions)
    case undefined:
      return { refusal: `write the type before it: one of ${identifierTypes.join(', ')}, like phone:+442079460000` }
    default:
      return understandOther(type, value)
  }
}

/** Only a number without its country code needs the regions. */
export const needsRegions = (typed: TypedIdentifier): boolean => 'refusal' in understandIdentifier(typed, [])

type Guess = { type: Identifier['type'] | undefined; value: string }

function guessType(text: string): Guess {
  const named = parseIdentifierName(text.trimStart())
  if (named) return named
  if (text.includes('@')) return { type: 'email', value: text }
  return { type: /^[\s+(]*\d/.test(text) ? 'phone' : undefined, value: text }
}

function understandEmail(value: string): Understood {
  const address = value.trim().toLowerCase()
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return { identifier: { type: 'email', value: address } }
  return { refusal: 'write a mail address, like alice@example.com' }
}

function understandOther(type: Identifier['type'], value: string): Understood {
  const trimmed = value.trim()
  return trimmed === '' ? { refusal: 'write a value after the type' } : { identifier: { type, value: trimmed } }
}

/** In a query string `+` reads as a space, so a number that begins with one is international. */
function understandPhone(value: string, regions: readonly string[]): Understood {
  const written = (value.startsWith(' ') ? `+${value.trim()}` : value.trim()).replace(/^00/, '+')
  const numbers = written.startsWith('+') ? internationalNumbers(written) : nationalNumbers(written, regions)
  const [number, ...others] = new Set(numbers)
  if (number !== undefined && others.length === 0) return { identifier: { type: 'phone', value: number } }
  return { refusal: 'write the number with + and its country code, like +442079460000' }
}

/** A number that no numbering plan knows may be stored nevertheless, as its provider sent it. */
function internationalNumbers(written: string): string[] {
  const known = phoneIdentifier(written, '')
  if (known) return [known.value]
  const digits = written.replace(/[\s().\-/]/g, '')
  return /^\+[1-9]\d{6,14}$/.test(digits) ? [digits] : []
}

/** As each region dials it, and as an international number without its plus. */
function nationalNumbers(written: string, regions: readonly string[]): string[] {
  const national = regions.flatMap(region => phoneIdentifier(written, region)?.value ?? [])
  return [...national, ...validNumber(`+${written}`)]
}

function validNumber(written: string): string[] {
  const parsed = parsePhoneNumberFromString(written)
  return parsed?.isValid() ? [parsed.number] : []
}
