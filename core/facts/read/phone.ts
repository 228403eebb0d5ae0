import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { hasWord, wholeWords } from '../words/pattern.ts'
import { labelsIn } from './labels.ts'
import { isQuotedSpeech } from './number-use.ts'
import { type PhoneNumber, phoneNumbersIn } from './phone-numbers.ts'

/** Words that make a row of digits a phone number, even one that no network was given. */
const phoneWords = wholeWords(
  'phone|tele?phone|tel|mobile|cell|call|calls|ring|text|reach|reached|contact|whatsapp|number is|hotline|rang|handy\\p{L}*|mobil\\p{L}*|telefon\\p{L}*|rufnummer|anrufen|erreich\\p{L}+|rückruf|t[ée]l[ée]phone|tél|portable|joindre|rappeler|appele[rz]|tel[ée]fono|m[óo]vil|celular|ll[áa]m\\p{L}+',
)

/**
 * Phone numbers of people; those that everybody calls are the company's or somebody else's. A national number of a country
 * that is not known has its digits alone for a value.
 */
export function phonesIn(text: string, { region }: FactContext): Found[] {
  if (!/\d{2}/.test(text)) return []
  return phoneNumbersIn(text, region).flatMap(number => {
    const { value, start, end, use, isService } = number
    if (!isPhone(text, number, region)) return []
    const found = { kind: 'phone' as const, value, start, end }
    if (use === 'own' && !isService) return [found]
    // A bare row of digits may be any number; only what is written like a phone is one that is mentioned.
    return isService || isQuotedSpeech(text, start) || /^0|[\s().+/-]/.test(text.slice(start, end))
      ? [{ ...found, holder: 'other' as const }]
      : []
  })
}

/** Only words, or a way of writing that nothing else has, make a row of digits a phone number. */
function isPhone(text: string, { start, end, isValid }: PhoneNumber, region: string): boolean {
  const written = text.slice(start, end)
  if (/^(?:\+|\(\d{2,4}\))/.test(written) || (isValid && written.startsWith('00'))) return true
  if (isLikeReference(written) && isNamedReference(text.slice(Math.max(0, start - 32), start))) return false
  if (hasWord(phoneWords, text.slice(Math.max(0, start - 48), start))) return true
  if (/^0[1-9]/.test(written) && /[ /-]/.test(written) && written.replace(/\D/g, '').length >= 9) return true
  return isValid && !isLikeReference(written) && (written.startsWith('0') || !trunkPrefix.has(region))
}

/** "The accoount number is": the number of something else. */
const isNamedReference = (before: string): boolean => {
  const last = labelsIn(before.slice(before.search(/[^.!?\n]*$/u))).findLast(({ kind }) => kind !== 'neutral')
  return last !== undefined && last.kind !== 'none'
}

/** Digits with a single dash or slash, or none: `2024-06668`, `9722-370`. */
const isLikeReference = (written: string): boolean => /^(?!0)\d+[-/]?\d*$/.test(written)

/** Where national numbers begin with 0 (ITU-T E.164 national prefixes). */
const trunkPrefix = new Set(['DE', 'AT', 'CH', 'FR', 'GB', 'IE', 'NL', 'BE', 'AU', 'SE', 'NZ'])
