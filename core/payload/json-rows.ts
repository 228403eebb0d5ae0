import type { Split } from '../channels/channel.ts'
import { type FindRow, lineFeed, splitRows } from './rows.ts'

/** The longest JSON value of a file: a contact of the longest text, every character escaped, fits in. */
export const maxJsonRowBytes = 1024 * 1024

/**
 * Cuts a file into its JSON objects: one a line (jsonlines.org), one after another without a line end (as Amazon Data
 * Firehose writes them), printed over several lines, or as the elements of one array.
 */
export const splitJson: Split = chunks => splitRows(chunks, findObject, maxJsonRowBytes)

/** The same for files whose objects are pages of many. */
export const splitJsonPages =
  (maxBytes: number): Split =>
  chunks =>
    splitRows(chunks, findObject, maxBytes)

const openBrace = 0x7b
const closeBrace = 0x7d
const quote = 0x22
const backslash = 0x5c
/** Space, tab, line ends, comma and square brackets stand between the objects; so may a byte order mark. */
const between = new Set([0x20, 0x09, 0x0d, lineFeed, 0x2c, 0x5b, 0x5d, 0xef, 0xbb, 0xbf])

const findObject: FindRow = (bytes, atEnd) => {
  let begin = 0
  while (begin < bytes.length && between.has(bytes[begin] ?? 0)) begin++
  if (begin > 0) return { end: 0, next: begin }
  const end = bytes[0] === openBrace ? endOfObject(bytes) : undefined
  if (end !== undefined) return { end, next: end }
  return bytes[0] === openBrace && !atEnd ? undefined : restOfLine(bytes, atEnd)
}

/** What is no object, or never ends, is a row up to the end of its line, so that what follows is read again. */
function restOfLine(bytes: Uint8Array, atEnd: boolean): ReturnType<FindRow> {
  const newline = bytes.indexOf(lineFeed)
  if (newline < 0) return atEnd ? { end: bytes.length, next: bytes.length } : undefined
  return { end: newline, next: newline + 1 }
}

/**
 * The place behind the closing brace. A line end within a string, or a line that begins with `{` before the object is
 * closed, shows a broken line: the object ends there.
 */
function endOfObject(bytes: Uint8Array): number | undefined {
  let depth = 0
  let inString = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === lineFeed && (inString || bytes[i + 1] === openBrace)) return i
    if (byte === quote) inString = !inString
    if (byte === backslash && inString) i++
    if (!inString) depth += braces.get(byte) ?? 0
    if (depth === 0) return i + 1
  }
  return undefined
}

const braces = new Map<number | undefined, number>([
  [openBrace, 1],
  [closeBrace, -1],
])
