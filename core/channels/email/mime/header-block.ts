import { limits } from '../limits.ts'
import { decodeText } from './charset.ts'

/** A header field, unfolded (RFC 5322 section 2.2.3), name in lower case, value trimmed. Encoded words are still encoded. */
export type Field = { name: string; value: string }

/** The fields in their order, and where the body begins. */
export type HeaderBlock = { fields: Field[]; bodyStart: number }

/** A mail may begin with empty lines, which were added; a part that does has no header. */
type Budget = { bytes: number; fields: number; passEmpty: boolean }
const wholeMail: Budget = { bytes: limits.headerBytes, fields: limits.headerFields, passEmpty: true }

/**
 * Reads the header section of `bytes[start, end)`, with LF or CRLF line ends. Forgiving as mail is: a line that is no
 * field is skipped when a well-known field follows it, else the body begins there. Fields beyond the budget are left out.
 */
export function readHeader(bytes: Uint8Array, start: number, end: number, budget = wholeMail): HeaderBlock {
  const blockEnd = endOfHeader(bytes, start, end, budget.passEmpty)
  const readEnd = Math.min(blockEnd, start + budget.bytes)
  const text = oneCharacterPerByte.decode(bytes.subarray(start, readEnd))
  const lines = fieldLines(text, budget.fields)
  const fields = lines.spans.map(([from, colon, to]) => readField(bytes, text, start, { from, colon, to }))
  const bodyStart = lines.bodyAt === undefined ? afterBlankLine(bytes, blockEnd, end) : start + lines.bodyAt
  return { fields, bodyStart }
}

/** windows-1252 maps each byte to one UTF-16 unit, so places in the text are places in the bytes. */
const oneCharacterPerByte = new TextDecoder('windows-1252')

export const fieldValue = (fields: Field[], name: string): string | undefined =>
  fields.find(field => field.name === name)?.value

export const fieldValues = (fields: Field[], name: string): string[] =>
  fields.filter(field => field.name === name).map(field => field.value)

const LF = 10
const CR = 13

/** The place of the empty line that ends the header, or `end`. */
function endOfHeader(bytes: Uint8Array, start: number, end: number, passEmpty: boolean): number {
  let lineStart = start
  while (passEmpty && lineStart < end && isEol(bytes[lineStart])) lineStart++
  for (let at = lineStart; at < end; at++) {
    if (bytes[at] !== LF) continue
    if (isBlank(bytes, lineStart, at)) return lineStart
    lineStart = at + 1
  }
  return end
}

const isEol = (byte: number | undefined): boolean => byte === LF || byte === CR

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== CR) return false
  return true
}

function afterBlankLine(bytes: Uint8Array, blankLine: number, end: number): number {
  let at = blankLine
  while (at < end && bytes[at] !== LF) at++
  return Math.min(at + 1, end)
}

type Span = [from: number, colon: number, to: number]

/** Where each field begins, has its colon and ends; `bodyAt` when the header ends without an empty line. */
function fieldLines(text: string, most: number): { spans: Span[]; bodyAt?: number } {
  const spans: Span[] = []
  let last: Span | undefined
  for (let at = 0; at < text.length; ) {
    const next = nextLine(text, at)
    const colon = fieldColon(text, at, next)
    if (last && isFolded(text, at)) last[2] = next
    else if (colon < 0 && isBody(text, at, next, spans.length)) return { spans, bodyAt: at }
    else last = colon < 0 ? undefined : [at, colon, next]
    if (last && last[0] === at && spans.length < most) spans.push(last)
    at = next
  }
  return { spans }
}

const nextLine = (text: string, at: number): number => {
  const lf = text.indexOf('\n', at)
  return lf < 0 ? text.length : lf + 1
}

const isFolded = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t'

const longestName = 200
const fieldName = /^[!-9;-~]+[ \t]*$/

function fieldColon(text: string, at: number, next: number): number {
  const colon = text.indexOf(':', at)
  if (colon < 0 || colon >= next || colon - at > longestName) return -1
  return fieldName.test(text.slice(at, colon)) ? colon : -1
}

/**
 * A line that is no field is the body, unless it is empty, an mbox line, or junk above a field that everybody knows: at
 * the top right above it, further down anywhere above it in the section.
 */
function isBody(text: string, at: number, next: number, fields: number): boolean {
  const line = text.slice(at, Math.min(next, at + longestName))
  if (line.trim() === '' || (fields === 0 && /^>?From /.test(line))) return false
  const [following = ''] = text.slice(next, next + lookedAhead).split(fields === 0 ? '\n' : /\n\r?\n/, 1)
  return !wellKnown.test(following)
}

const lookedAhead = 1000
const wellKnown = /^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|content-type):/im

function readField(
  bytes: Uint8Array,
  text: string,
  start: number,
  at: { from: number; colon: number; to: number },
): Field {
  const name = text.slice(at.from, at.colon).trim().toLowerCase()
  const ascii = text.slice(at.colon + 1, at.to)
  const raw = isAscii(ascii) ? ascii : decodeText(bytes.subarray(start + at.colon + 1, start + at.to), undefined)
  return {
    name,
    value: raw.replaceAll('\r\n', '').replaceAll('\n', '').replaceAll('\r', ' ').replaceAll('\0', '').trim(),
  }
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text)
