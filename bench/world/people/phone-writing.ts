import type { Random } from '../random.ts'
import type { Phone } from './phone-ranges.ts'

/** How a person writes a phone number; one habit a person. */
export const writings = ['international', 'zeros', 'national', 'compact', 'dotted', 'bracketed'] as const
export type Writing = (typeof writings)[number]

const country = (phone: Phone): string => phone.e164.slice(0, phone.e164.length - digitsOf(phone).length)
const digitsOf = (phone: Phone): string => `${phone.area}${phone.local}`.replaceAll(/\D/g, '')

const code = (phone: Phone): string => `${country(phone)} ${phone.area} ${phone.local}`

/** At home: as a British number is written, with or without its country code. */
const domestic: Record<Writing, (phone: Phone) => string> = {
  international: code,
  zeros: phone => code(phone).replace('+', '00'),
  national: ({ area, local }) => `0${area} ${local}`,
  compact: phone => `0${digitsOf(phone)}`,
  dotted: ({ area, local }) => `0${area}-${local.replaceAll(' ', '-')}`,
  bracketed: ({ area, local }) => `+44 (0)${area} ${local}`,
}

/** From abroad: people who write to a company in another country add the code of their own. */
const foreign: Record<Writing, (phone: Phone) => string> = {
  international: code,
  zeros: phone => code(phone).replace('+', '00'),
  national: code,
  compact: phone => phone.e164,
  dotted: phone => code(phone).replaceAll(' ', '-'),
  bracketed: phone =>
    phone.plan === 'US' ? `+1 (${phone.area}) ${phone.local}` : `${country(phone)} (0)${phone.area} ${phone.local}`,
}

/** The number as this person writes it to a British company. */
export const writePhone = (phone: Phone, writing: Writing): string =>
  (phone.plan === 'GB' ? domestic : foreign)[writing](phone)

const swapped = (digits: string, at: number): string =>
  digits.slice(0, at) + digits.slice(at + 1, at + 2) + digits.slice(at, at + 1) + digits.slice(at + 2)

/**
 * The number with a slip of the finger: one digit lost (so it is too short) or two neighbours swapped (so it may well
 * be somebody else's). Only the last six digits slip, the area stays.
 */
export function mistype(phone: Phone, random: Random): Phone {
  const digits = digitsOf(phone)
  const start = digits.length - 5
  const places = [0, 1, 2, 3].map(step => start + step).filter(at => digits[at] !== digits[at + 1])
  const place = places[random.below(places.length)]
  const lost = place === undefined || random.chance(0.4)
  const wrong = lost ? digits.slice(0, -1) : swapped(digits, place)
  return {
    ...phone,
    e164: country(phone) + wrong,
    local: wrong.slice(phone.area.length),
  }
}
