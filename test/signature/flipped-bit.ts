import fc from 'fast-check'

/** The same bytes with one bit turned over. */
export function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = Math.floor(bit / 8) % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8))
  return copy
}

export const bit = fc.nat({ max: 100_000 })
export const body = fc.uint8Array({ minLength: 1, maxLength: 300 })
export const secret = fc.string({ minLength: 1, maxLength: 64 })
