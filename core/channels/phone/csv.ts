import { carriageReturn, type FindRow, lineFeed } from '../../payload/rows.ts'

/** The longest row of a call log; a row of Asterisk's cdr_csv has at most 1,024 bytes. */
export const maxCsvRowBytes = 64 * 1024
/**
 * A quoted field may hold line ends. A quote that is still open after so many lines or bytes was no opening quote, and a
 * row with so many of those has no quoted fields.
 */
const maxQuoted = { lines: 16, bytes: 32 * 1024, unclosed: 16 }

export const comma = 0x2c
const quote = 0x22

/**
 * Finds the end of a CSV row: RFC 4180, and the line ends and quotes of call logs as they are. A quote opens only at
 * the start of a field and closes only before the delimiter or a line end, so that `""Alice" <105>",105` is one field
 * with quotes in it, and its neighbour; so is `"Alice" <105>,105`.
 */
export const findCsvRow =
  (delimiter: number): FindRow =>
  (bytes, atEnd) => {
    if (bytes.length < 3 && !atEnd) return undefined
    if (startsWithByteOrderMark(bytes)) return { end: 0, next: 3 }
    const end = [...fieldEnds(bytes, delimiter, atEnd)].at(-1)
    if (end === undefined || (!atEnd && end >= bytes.length - 1)) return undefined
    const crlf = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed
    return { end, next: Math.max(1, end + (crlf ? 2 : 1)) }
  }

const startsWithByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** The fields of one row, without their quotes; a doubled quote is a quote. */
export function csvFields(row: Uint8Array, delimiter: number): string[] {
  const fields: string[] = []
  let start = 0
  for (const end of fieldEnds(row, delimiter, true)) {
    fields.push(fieldText(row.subarray(start, end)))
    start = (end ?? row.length) + 1
  }
  return fields
}

function fieldText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"')
  return quoted ? text.slice(1, -1).replaceAll('""', '"') : text
}

/** Where each field of the first row ends; undefined in place of an end that is not among these bytes. */
function* fieldEnds(bytes: Uint8Array, delimiter: number, atEnd: boolean): Generator<number | undefined> {
  const ends: Ends = byte => byte === undefined || byte === delimiter || isLineEnd(byte)
  let unclosed = 0
  let end: number | undefined = -1
  do {
    const start: number = end + 1
    const isQuoted: boolean = bytes[start] === quote && unclosed < maxQuoted.unclosed
    const closing: Closing = isQuoted ? closingQuote(bytes, start, ends) : 'never'
    if (isQuoted && typeof closing === 'string') unclosed++
    const from: number = typeof closing === 'number' ? closing + 1 : start
    end = closing === 'not yet' && !atEnd ? undefined : endFrom(bytes, from, ends)
    yield end
  } while (end !== undefined && bytes[end] === delimiter)
}

/** Where a quoted field closes: nowhere near, or perhaps in bytes that are still to come. */
type Closing = number | 'never' | 'not yet'
type Ends = (byte: number | undefined) => boolean

function endFrom(bytes: Uint8Array, start: number, ends: Ends): number {
  let end = start
  while (!ends(bytes[end])) end++
  return end
}

/** The closing quote, or the `>` of a caller id that was written without quotes of its own: `"Alice" <105>`. */
function closingQuote(bytes: Uint8Array, open: number, ends: Ends): Closing {
  let lines = 0
  for (let i = open + 1; i < bytes.length; i++) {
    if (isLineEnd(bytes[i])) lines++
    if (lines >= maxQuoted.lines || i - open > maxQuoted.bytes) return 'never'
    if (bytes[i] !== quote) continue
    const end = endOfCallerId(bytes, i)
    if (ends(bytes[end + 1])) return end
    if (bytes[i + 1] === quote) i++
  }
  return 'not yet'
}

const openAngle = 0x3c
const closeAngle = 0x3e
const maxCallerIdBytes = 80

/** The place of `>` where ` <105>` follows the quote, else that of the quote. */
function endOfCallerId(bytes: Uint8Array, closing: number): number {
  if (bytes[closing + 1] !== 0x20 || bytes[closing + 2] !== openAngle) return closing
  const end = bytes.subarray(closing, closing + maxCallerIdBytes).indexOf(closeAngle)
  return end < 0 ? closing : closing + end
}

const isLineEnd = (byte: number | undefined): boolean => byte === lineFeed || byte === carriageReturn
