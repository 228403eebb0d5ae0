const LF = 10
const from = new TextEncoder().encode('From ')
const longestFromLine = 512

/** A mail of an mbox file without the line that begins it, and as it was before it was put there. */
export function unquoted(row: Uint8Array): { bytes: Uint8Array; fromLine: string | undefined } {
  const begins = startsWith(row, 0, from)
  const lineEnd = begins ? endOfLine(row, 0) : 0
  const fromLine = begins ? text.decode(row.subarray(0, Math.min(lineEnd, longestFromLine))).trim() : undefined
  return { bytes: withoutAngles(row.subarray(lineEnd)), fromLine }
}

const text = new TextDecoder('windows-1252')
const ANGLE = 0x3e

/** `>From ` at the beginning of a line was `From `, `>>From ` was `>From ` (mboxrd). Most mails have none and are not copied. */
function withoutAngles(bytes: Uint8Array): Uint8Array {
  const places: number[] = []
  for (let at = bytes.indexOf(ANGLE); at >= 0; at = bytes.indexOf(ANGLE, at + 1)) {
    if (at > 0 && bytes[at - 1] !== LF) continue
    let behind = at
    while (bytes[behind] === ANGLE) behind++
    if (startsWith(bytes, behind, from)) places.push(at)
    at = behind - 1
  }
  return places.length === 0 ? bytes : without(bytes, places)
}

function without(bytes: Uint8Array, places: number[]): Uint8Array {
  const kept = new Uint8Array(bytes.length - places.length)
  let start = 0
  for (const [index, place] of places.entries()) {
    kept.set(bytes.subarray(start, place), start - index)
    start = place + 1
  }
  kept.set(bytes.subarray(start), start - places.length)
  return kept
}

const startsWith = (bytes: Uint8Array, at: number, word: Uint8Array): boolean =>
  word.every((byte, index) => bytes[at + index] === byte)

function endOfLine(bytes: Uint8Array, at: number): number {
  const lf = bytes.indexOf(LF, at)
  return lf < 0 ? bytes.length : lf + 1
}
