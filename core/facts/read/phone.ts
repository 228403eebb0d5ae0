import { isSupportedCountry } from 'libphonenumber-js/max'
import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { hasWord, lastPlace, wholeWords } from '../words/pattern.ts'
import { labelsIn } from './labels.ts'
import { isQuotedSpeech } from './number-use.ts'
import { type PhoneNumber, phoneNumbersIn } from './phone-numbers.ts'

/** Words that make a row of digits a phone number, even one that no network was given. */
const phoneWords = wholeWords(
  'phone|tele?phone|tel|mobile|cell|call|calls|ring|text|ask (?:\\p{L}+ ){1,4}on|reach|reached|contact|whatsapp|number is|nummer (?:ist|lautet)|num[ée]ro est|número es|hotline|rang|handy\\p{L}*|mobil\\p{L}*|telefon\\p{L}*|rufnummer|anrufen|erreich\\p{L}+|rückruf|t[ée]l[ée]phone|tél|portable|joindre|rappeler|appele[rz]|tel[ée]fono|m[óo]vil|celular|ll[áa]m\\p{L}+',
)

/** What only a phone has: "the customer gave the phone number". */
const phoneNoun = wholeWords(
  'phone|tele?phone|tel|mobile|cell|handy\\p{L}*|mobil\\p{L}*|telefon\\p{L}*|rufnummer|t[ée]l[ée]phone|tél|portable|tel[ée]fono|m[óo]vil|celular',
)

/**
 * Phone numbers of people; those that everybody calls are the company's or somebody else's. A national number of a country
 * that is not known has its digits alone for a value.
 */
export function phonesIn(text: string, { region }: FactContext): Found[] {
  if (!/\d{2}/.test(text)) return []
  return phoneNumbersIn(text, region).flatMap(number => {
    const { value, start, end, use, isService, isValid } = number
    if (!isPhone(text, number, region)) return []
    const found = { kind: 'phone' as const, value, start, end }
    if (use === 'own' && !isService) return [found]
    // A bare row of digits may be any number; only what is written like a phone is one that is mentioned.
    const isSpoken = isValid && hasWord(phoneWords, text.slice(Math.max(0, start - reach), start))
    return isService || isSpoken || isQuotedSpeech(text, start) || /^0|[\s().+/-]/.test(text.slice(start, end))
      ? [{ ...found, holder: 'other' as const }]
      : []
  })
}

const reach = 48

/** Only words, or a way of writing that nothing else has, make a row of digits a phone number. */
function isPhone(text: string, { start, end, isValid }: PhoneNumber, region: string): boolean {
  const written = text.slice(start, end)
  if (/^(?:\+|\(\d{2,4}\))/.test(written) || (isValid && written.startsWith('00'))) return true
  const before = text.slice(Math.max(0, start - 32), start)
  if (isNamedReference(before) && (isLikeReference(written) || rightBehindLabel.test(before))) return false
  if (hasWord(phoneWords, text.slice(Math.max(0, start - reach), start))) return true
  if (isQuotedSpeech(text, start) && (isValid || written.startsWith('0')) && digitsIn(written) >= 9) return true
  return isWrittenAsPhone(written, isValid, region)
}

/** Nothing around it says what it is. */
function isWrittenAsPhone(written: string, isValid: boolean, region: string): boolean {
  if (/^0[1-9]/.test(written) && /[ /-]/.test(written) && digitsIn(written) >= 9) return true
  if (!isSupportedCountry(region) && inManyGroups.test(written) && digitsIn(written) < 12) return true
  return isValid && !isLikeReference(written) && (written.startsWith('0') || !trunkPrefix.has(region))
}

const digitsIn = (written: string): number => written.replace(/\D/g, '').length

/** "The accoount number is": the number of something else; "the customer gave the phone number" is not. */
const isNamedReference = (before: string): boolean => {
  const clause = before.slice(before.search(/[^.!?\n]*$/u))
  const last = labelsIn(clause).findLast(({ kind }) => kind !== 'neutral')
  return last !== undefined && last.kind !== 'none' && last.start > lastPlace(phoneNoun, clause)
}

/** "The acount number is 5499 1024", "Caso: 785 890 248": nothing else is said between. */
const rightBehindLabel = /\p{L}{3,} ?(?:(?:number|nummer|no\.?|nr\.?|id)(?: is| was| ist| lautet)?[: #]*|[:#] ?)$/iu

/** Where no country is known, four groups of digits are a phone number: `600-00 21 69`. */
const inManyGroups = /^\d{2,4}(?:[ .-]\d{2,4}){3,4}$/

/** Digits with a single dash or slash, or none: `2024-06668`, `9722-370`. */
const isLikeReference = (written: string): boolean => /^(?!0)\d+[-/]?\d*$/.test(written)

/** Where national numbers begin with 0 (ITU-T E.164 national prefixes). */
const trunkPrefix = new Set(['DE', 'AT', 'CH', 'FR', 'GB', 'IE', 'NL', 'BE', 'AU', 'SE', 'NZ'])
