import type { Line } from './line.ts'
import { closing, isSentFrom } from './phrases.ts'

/**
 * Which lines are a signature that is clearly set apart: below `-- ` (RFC 3676 section 4.3) or a line like it, marked by
 * the markup, or "Sent from my …". Nothing is a signature that no words precede.
 */
export function signatureLines(lines: Line[], quoted: boolean[]): boolean[] {
  const signature = lines.map(line => line.signature)
  let begun = false
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]?.text ?? ''
    if (quoted[at] === true) begun ||= text !== ''
    else if (isSentFrom(text)) signature[at] = true
    else if (begun && isDelimiter(lines, quoted, at)) at = markSection(signature, quoted, at) - 1
    else begun ||= hasWords.test(text)
  }
  return signature
}

const hasWords = /[\p{L}\p{N}]/u

/** The section runs to the next quote or the end. */
function markSection(signature: boolean[], quoted: boolean[], from: number): number {
  let at = from
  while (at < signature.length && quoted[at] !== true) signature[at++] = true
  return at
}

const mostLines = 15
const farthest = 60

/** People also set words apart with such lines: only what is short below them is a signature. */
function isDelimiter(lines: Line[], quoted: boolean[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  if (!/^\s?(?:--|—|_{2,80})$/.test(text)) return false
  let below = 0
  const end = Math.min(lines.length, at + farthest)
  for (let next = at + 1; next < end && quoted[next] !== true && below <= mostLines; next++) {
    if (hasWords.test(lines[next]?.text ?? '')) below++
  }
  return below > 0 && below <= mostLines
}

const mostClosingLines = 15

/**
 * Where, in the last lines of somebody's own words, they say goodbye ("Kind regards,"): what stands below is about
 * themselves. The number of lines where they do not.
 */
export function closingAt(own: string[]): number {
  const from = Math.max(1, own.length - mostClosingLines)
  const at = own.findLastIndex((text, index) => index >= from && text.length <= 60 && closing.test(text))
  return at < 0 ? own.length : at
}
