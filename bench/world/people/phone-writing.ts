import type { Random } from '../random.ts'
import type { Phone, Plan } from './phone-ranges.ts'

/** How a person writes a phone number; one habit a person. */
export const writings = ['international', 'zeros', 'national', 'compact', 'dotted', 'bracketed'] as const
export type Writing = (typeof writings)[number]

const country = (phone: Phone): string => phone.e164.slice(0, phone.e164.length - digitsOf(phone).length)
const digitsOf = (phone: Phone): string => `${phone.area}${phone.local}`.replaceAll(/\D/g, '')

const national: Record<Plan, (phone: Phone) => string> = {
  GB: ({ area, local }) => `0${area} ${local}`,
  US: ({ area, local }) => `${area}-${local}`,
  DE: ({ area, local }) => `0${area} ${local}`,
  FR: ({ area, local }) => `0${area} ${local}`,
}

const dotted: Record<Plan, (phone: Phone) => string> = {
  GB: ({ area, local }) => `0${area}-${local.replace(' ', '-')}`,
  US: ({ area, local }) => `${area}.${local.replace('-', '.')}`,
  DE: ({ area, local }) => `0${area}/${local}`,
  FR: ({ area, local }) => `0${area}.${local.replaceAll(' ', '.')}`,
}

const bracketed: Record<Plan, (phone: Phone) => string> = {
  GB: ({ area, local }) => `+44 (0)${area} ${local}`,
  US: ({ area, local }) => `(${area}) ${local}`,
  DE: ({ area, local }) => `+49 (0)${area} ${local}`,
  FR: ({ area, local }) => `+33 (0)${area} ${local}`,
}

const ways: Record<Writing, (phone: Phone) => string> = {
  international: phone => `${country(phone)} ${phone.area} ${phone.local}`,
  zeros: phone =>
    phone.plan === 'US'
      ? `1-${phone.area}-${phone.local}`
      : `00${country(phone).slice(1)} ${phone.area} ${phone.local}`,
  national: phone => national[phone.plan](phone),
  compact: phone => `${phone.plan === 'US' ? '' : '0'}${digitsOf(phone)}`,
  dotted: phone => dotted[phone.plan](phone),
  bracketed: phone => bracketed[phone.plan](phone),
}

/** The number as this person writes it; someone who lives abroad from it writes the country code. */
export const writePhone = (phone: Phone, writing: Writing, livesIn: string): string =>
  ways[livesIn === phone.plan ? writing : 'international'](phone)

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
