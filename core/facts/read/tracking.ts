import type { Found } from '../found.ts'
import { plainCode } from '../found.ts'

const ups = /(?<![\p{L}\p{N}])1Z(?: ?[0-9A-Z]){16}(?![\p{L}\p{N}])/giu
const postal = /(?<![\p{L}\p{N}])[A-Z] ?[A-Z](?: ?\d){9} ?[A-Z] ?[A-Z](?![\p{L}\p{N}])/giu
const parcel = /(?<![\p{L}\p{N}])JJ?D ?\d(?: ?\d){14,19}(?![\p{L}\p{N}])/giu

/**
 * Numbers of parcels that need no word beside them because they check themselves: UPS (1Z and a check digit), UPU S10
 * (RR123456785DE) and the licence plates of DHL (JJD…).
 */
export function parcelNumbersIn(text: string): Found[] {
  if (!/1z|[a-z] ?\d ?\d|jd/i.test(text)) return []
  return [
    ...[...text.matchAll(ups)].filter(([written]) => isUps(plainCode(written))),
    ...[...text.matchAll(postal)].filter(([written]) => isS10(plainCode(written))),
    ...text.matchAll(parcel),
  ].map(({ 0: written, index }) => ({
    kind: 'tracking',
    value: plainCode(written),
    start: index,
    end: index + written.length,
  }))
}

/** The last digit is 10 − (odd places + twice the even places) mod 10; letters count as (code − 63) mod 10. */
function isUps(code: string): boolean {
  const values = [...code.slice(2)].map(sign => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10))
  const sum = values.slice(0, 15).reduce((total, value, at) => total + (at % 2 === 0 ? value : value * 2), 0)
  return (10 - (sum % 10)) % 10 === values[15]
}

const weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** UPU S10: eight weighted digits, 11 − sum mod 11, where 10 is written 0 and 11 is written 5. */
function isS10(code: string): boolean {
  const digits = [...code.slice(2, 11)].map(Number)
  const sum = weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0)
  const check = 11 - (sum % 11)
  return digits[8] === (check === 10 ? 0 : check === 11 ? 5 : check)
}
