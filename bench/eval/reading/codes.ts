import { squeezed } from './words.ts'

const between = String.raw`[\s.\-/_()\u2013]{0,2}`
const outside = String.raw`[\p{L}\p{N}]`
const patterns = new Map<string, RegExp>()

/** Finds the letters and digits of a reference, grouped in any way, with nothing of a longer one around it. */
function codePattern(code: string): RegExp {
  const known = patterns.get(code)
  if (known) return known
  const made = new RegExp(`(?<!${outside})${[...code].join(between)}(?!${outside})`, 'iu')
  patterns.set(code, made)
  return made
}

/** Whether a text holds a reference, however it groups its characters. */
export function holdsCode(text: string, value: string): boolean {
  const code = squeezed(value)
  return code !== '' && codePattern(code).test(text)
}

/** Calling codes of the countries that occur, the longest first. */
const callingCodes = ['353', '1', '33', '34', '41', '43', '44', '49', '52', '61', '91']

/** The national part of an E.164 number. */
export function nationalPart(e164: string): string {
  const digits = e164.replaceAll(/\D/g, '')
  const code = callingCodes.find(one => digits.startsWith(one)) ?? ''
  return digits.slice(code.length)
}

/** Whether a text holds a phone number: with or without country code, (0) and any grouping. */
export function holdsPhone(text: string, e164: string): boolean {
  const national = nationalPart(e164)
  const code = e164.replaceAll(/\D/g, '').slice(0, -national.length)
  const gap = String.raw`[\s.\-/()\u2013]{0,3}`
  const key = `phone ${e164}`
  const known = patterns.get(key)
  const prefix = `(?:(?:\\+|00|011${gap})?${code}${gap}(?:0${gap})?|0)?`
  const made = known ?? new RegExp(`(?<![\\d+])${prefix}${gap}${[...national].join(gap)}(?!\\d)`)
  patterns.set(key, made)
  return made.test(text)
}

/** Whether a text holds a mail address. */
export function holdsEmail(text: string, address: string): boolean {
  const plain = text.toLowerCase()
  const wanted = address.toLowerCase()
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const around = `${plain[at - 1] ?? ' '}${plain[at + wanted.length] ?? ' '}`
    if (!/[\w@+-]/.test(around) && !/^\.\w/.test(plain.slice(at + wanted.length))) return true
  }
  return false
}
