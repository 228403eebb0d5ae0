import type { Random } from '../../../world/random.ts'
import type { Country } from '../country.ts'
import { type Told, told } from '../told.ts'

const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A number that begins with anything but 0. */
const number = (random: Random, length: number): string => `${random.between(1, 9)}${random.digits(length - 1)}`

export type ReferenceKind = 'order' | 'case' | 'tracking' | 'account' | 'invoice'

const schemes: Record<Exclude<ReferenceKind, 'tracking'>, readonly ((random: Random) => string)[]> = {
  order: [
    random => number(random, random.between(5, 10)),
    random => `#${number(random, random.between(4, 8))}`,
    random => `ORD-${number(random, 6)}`,
    random => `${number(random, 3)}-${number(random, 7)}-${number(random, 7)}`,
    random => `${random.text(2, capitals)}${number(random, 6)}`,
    random => `${random.text(1, capitals)}${random.digits(1)}-${number(random, 5)}`,
    random => `W${number(random, 9)}`,
    random => `${random.between(2024, 2026)}-${number(random, 5)}`,
  ],
  case: [
    random => `00${number(random, 6)}`,
    random => `#${number(random, 5)}`,
    random => `CAS-${number(random, 5)}-${random.text(1, capitals)}${random.digits(1)}${random.text(1, capitals)}`,
    random => `INC${number(random, 7)}`,
    random => number(random, random.between(6, 9)),
    random => `SR-${number(random, 8)}`,
  ],
  account: [
    random => number(random, random.between(7, 10)),
    random => `C-${number(random, 6)}`,
    random => `${number(random, 4)}-${random.digits(3)}`,
    random => `${number(random, 4)} ${random.digits(4)}`,
    random => `KD${number(random, 6)}`,
    random => `00${number(random, 5)}`,
    random => `${random.text(3, capitals)}${number(random, 5)}`,
  ],
  invoice: [
    random => `INV-${number(random, 6)}`,
    random => `RE-2026-${random.digits(4)}`,
    random => `2026/${number(random, 4)}`,
    random => number(random, random.between(6, 9)),
    random => `F${number(random, 8)}`,
    random => `${random.text(2, capitals)}-${number(random, 5)}`,
  ],
}

/** A reference of a kind; most people copy it as it is, some group its digits or leave out marks. */
export function someReference(kind: ReferenceKind, country: Country, random: Random): Told {
  const plain = kind === 'tracking' ? tracking(country, random) : random.pick(schemes[kind])(random)
  return told(kind, [plain.replace(/^#/, '')], again => written(kind, plain, again))
}

function written(kind: ReferenceKind, plain: string, random: Random): string {
  if (random.chance(0.75)) return plain
  if (kind === 'tracking') return plain.replaceAll(/(.{4})(?=.)/g, '$1 ')
  if (/^\d{7,10}$/.test(plain))
    return random.pick([plain.replace(/^(\d{3})(\d{3})/, '$1 $2 '), plain.replace(/^(\d{4})/, '$1-')])
  if (/^[A-Z]+-\d+$/.test(plain)) return random.pick([plain.toLowerCase(), plain.replace('-', ' ')])
  return random.chance(0.3) ? plain.toLowerCase() : plain
}

/**
 * Tracking codes in the forms of the carriers. The check digit of the 13 signs of postal services is that of UPU S10, the
 * one of 1Z that of UPS.
 */
function tracking({ code }: Country, random: Random): string {
  const post = code === 'GB' || code === 'FR' || code === 'ES' || code === 'CH' ? code : 'DE'
  const forms = [
    () => postal(post, random),
    () => ups(random),
    () => `JJD${random.digits(18)}`,
    () => `00340434${random.digits(12)}`,
    () => `${random.between(1, 9)}${random.digits(13)}`,
  ]
  return random.pick(code === 'US' || code === 'CA' ? [() => ups(random), () => `9400${random.digits(18)}`] : forms)()
}

function postal(country: string, random: Random): string {
  const digits = random.digits(8)
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const rest = 11 - (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest
  return `R${random.text(1, 'ABCDEFR')}${digits}${check}${country}`
}

function ups(random: Random): string {
  const body = `${random.digits(3)}${random.text(3, 'ABCDEFGHJKLMNPRSTUVWXY')}${random.digits(9)}`
  const values = [...body].map(sign => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10))
  const sum = values.reduce((total, value, at) => total + value * (at % 2 === 0 ? 1 : 2), 0)
  return `1Z${body}${(10 - (sum % 10)) % 10}`
}

/** The same kind of number with a slip: two neighbouring digits swapped, or one digit another. */
export function slipped(right: Told, random: Random): Told {
  const [value = ''] = right.values
  const at = [...value].flatMap((sign, place) =>
    /\d/.test(sign) && /\d/.test(value[place + 1] ?? '') && sign !== value[place + 1] ? [place] : [],
  )
  const place = random.pick(at.length > 0 ? at : [value.length - 1])
  const wrong =
    at.length > 0
      ? `${value.slice(0, place)}${value[place + 1]}${value[place]}${value.slice(place + 2)}`
      : `${value.slice(0, -1)}${random.below(10)}${random.below(10)}`
  return { ...told(right.kind, [wrong], () => wrong), stale: true }
}
