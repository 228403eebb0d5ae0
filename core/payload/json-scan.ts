export type JsonScan = { deepest: number; values: number; longNumbers: [start: number, end: number][] }

/**
 * One pass over the tokens of JSON, without recursion: how deep it is nested, how many values it holds at least, and
 * where whole numbers stand that a double would round. It stops early at a limit; of text that is not JSON it says
 * something, and the parser then refuses it.
 */
export function scanJson(text: string, limits: { depth: number; values: number }): JsonScan {
  const scan: JsonScan = { deepest: 0, values: 1, longNumbers: [] }
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '"') at = endOfString(text, at)
    else if (isDigit(character)) at = noteNumber(text, at, scan)
    else depth += nesting.get(character) ?? 0
    if (startsValue(character)) scan.values++
    if (depth > scan.deepest) scan.deepest = depth
    if (scan.deepest > limits.depth || scan.values > limits.values) return scan
  }
  return scan
}

const nesting = new Map([
  ['[', 1],
  ['{', 1],
  [']', -1],
  ['}', -1],
])

const startsValue = (character: string): boolean => character === ',' || character === '[' || character === '{'

/** The place of the quote that closes the string opened at `open`: one that an even number of backslashes precedes. */
function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at
    while (text[before - 1] === '\\') before--
    if ((at - before) % 2 === 0) return at
  }
  return text.length
}

/** The place of the last character of the number that begins at `start` (its minus sign, if any, stands before). */
function noteNumber(text: string, start: number, scan: JsonScan): number {
  let end = start
  while (isNumberCharacter(text[end] ?? '')) end++
  const signed = text[start - 1] === '-' ? start - 1 : start
  if (end - start >= 16 && !/\D/.test(text.slice(start, end))) scan.longNumbers.push([signed, end])
  return end - 1
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9'
const isNumberCharacter = (character: string): boolean => isDigit(character) || '.eE+-'.includes(character || ' ')
