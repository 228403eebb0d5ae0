import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { hasWord, wholeWords } from '../words/pattern.ts'
import { phoneNumbersIn } from './phone-numbers.ts'

/** Words that make a row of digits a phone number, even one that no network was given. */
const phoneWords = wholeWords(
  'phone|tele?phone|tel|mobile|cell|call|ring|text|reach|contact|whatsapp|number is|handy\\w*|telefon\\w*|anrufen|erreich\\w+|rückruf|t[ée]l[ée]phone|portable|joindre|appele[rz]|tel[ée]fono|m[óo]vil|celular|ll[áa]m\\w+',
)

/** Phone numbers of people; those that everybody calls are the company's or somebody's else. */
export function phonesIn(text: string, { region }: FactContext): Found[] {
  if (!/\d{2}/.test(text)) return []
  return phoneNumbersIn(text, region).flatMap(({ value, start, end, use, isService, isValid }) => {
    const written = text.slice(start, end)
    if (!isValid && !/^[+(]/.test(written) && !hasWord(phoneWords, text.slice(Math.max(0, start - 48), start)))
      return []
    const found = { kind: 'phone' as const, value, start, end }
    if (use === 'own' && !isService) return [found]
    // A bare row of digits may be any number; only what is written like a phone is one that is mentioned.
    return isService || /[\s()+-]/.test(written) ? [{ ...found, holder: 'other' as const }] : []
  })
}
