import type { Split } from '../channel.ts'
import { limits } from './limits.ts'

/** The whole file is one row; of a file beyond the largest mail, its start stands for it. */
export const splitEml: Split = async function* (chunks) {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    if (length <= limits.mailBytes) kept.push(chunk)
    length += chunk.length
  }
  if (length > 0) yield { offset: 0, length, line: 1, bytes: joined(kept).subarray(0, limits.mailBytes) }
}

export function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
