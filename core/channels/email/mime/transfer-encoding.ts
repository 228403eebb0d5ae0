/**
 * RFC 2045 section 6. Decoding stops at a number of output bytes, so that nobody pays for text that is not kept;
 * attachments are only measured.
 */
export type Encoding = 'base64' | 'quoted-printable' | 'none'

export function encodingOf(field: string | undefined): Encoding {
  if (field === undefined) return 'none'
  if (/base64/i.test(field)) return 'base64'
  return /quoted-printable/i.test(field) ? 'quoted-printable' : 'none'
}

/** At most `most` decoded bytes of `bytes[start, end)`. */
export function decodeBody(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: Encoding,
  most: number,
): Uint8Array {
  switch (encoding) {
    case 'base64':
      return decodeBase64(bytes, start, end, most)
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes, start, end, most)
    case 'none':
      return bytes.subarray(start, Math.min(end, start + most))
    default:
      return encoding satisfies never
  }
}

/** How many bytes the body has once decoded. */
export function decodedLength(bytes: Uint8Array, start: number, end: number, encoding: Encoding): number {
  switch (encoding) {
    case 'base64':
      return base64Length(bytes, start, end)
    case 'quoted-printable':
      return quotedPrintableLength(bytes, start, end)
    case 'none':
      return Math.max(0, end - start)
    default:
      return encoding satisfies never
  }
}

const EQUALS = 0x3d
const UNDERSCORE = 0x5f
const SPACE = 0x20
const LF = 10
const CR = 13

const notBase64 = 255
const base64Values = new Uint8Array(256).fill(notBase64)
for (const [value, character] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  base64Values[character.charCodeAt(0)] = value
}

/** Padding may stand in the middle, where a program encoded line by line; all that is not base64 is passed over. */
export function decodeBase64(bytes: Uint8Array, start: number, end: number, most: number): Uint8Array {
  const out = new Uint8Array(Math.min(most, Math.ceil(((end - start) * 3) / 4)))
  let written = 0
  let held = 0
  let bits = 0
  for (let at = start; at < end && written < out.length; at++) {
    const byte = bytes[at] ?? 0
    const value = base64Values[byte] ?? notBase64
    if (byte === EQUALS) bits = 0
    if (value === notBase64) continue
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[written++] = (held >> bits) & 0xff
  }
  return out.subarray(0, written)
}

function base64Length(bytes: Uint8Array, start: number, end: number): number {
  let length = 0
  let digits = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === EQUALS) {
      length += Math.floor((digits * 3) / 4)
      digits = 0
    } else if (base64Values[byte] !== notBase64) digits++
  }
  return length + Math.floor((digits * 3) / 4)
}

/** An equals sign that begins no escape stays, as section 6.7 advises. */
function decodeQuotedPrintable(bytes: Uint8Array, start: number, end: number, most: number): Uint8Array {
  const out = new Uint8Array(Math.min(most, end - start))
  let written = 0
  for (let at = start; at < end && written < out.length; ) {
    const byte = bytes[at] ?? 0
    const escaped = byte === EQUALS ? readEscape(bytes, at, end) : undefined
    if (escaped === undefined) out[written++] = byte
    else if (escaped.byte !== undefined) out[written++] = escaped.byte
    at += escaped?.length ?? 1
  }
  return out.subarray(0, written)
}

function quotedPrintableLength(bytes: Uint8Array, start: number, end: number): number {
  let length = 0
  for (let at = start; at < end; ) {
    const escaped = bytes[at] === EQUALS ? readEscape(bytes, at, end) : undefined
    if (escaped === undefined || escaped.byte !== undefined) length++
    at += escaped?.length ?? 1
  }
  return length
}

/** `=41` is a byte; `=` at the end of a line, white space behind it or not, is a soft line break. */
function readEscape(bytes: Uint8Array, at: number, end: number): { length: number; byte?: number } | undefined {
  const high = hexValue(bytes[at + 1])
  const low = hexValue(bytes[at + 2])
  if (at + 2 < end && high >= 0 && low >= 0) return { length: 3, byte: high * 16 + low }
  let next = at + 1
  while (next < end && next - at < 100 && (bytes[next] === SPACE || bytes[next] === 9 || bytes[next] === CR)) next++
  if (next >= end) return { length: next - at }
  return bytes[next] === LF ? { length: next + 1 - at } : undefined
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const upper = byte & 0xdf
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1
}

/** The Q encoding of RFC 2047 section 4.2: an underscore is a space. */
export function decodeQ(bytes: Uint8Array): Uint8Array {
  const spaced = bytes.map(byte => (byte === UNDERSCORE ? SPACE : byte))
  return decodeQuotedPrintable(spaced, 0, spaced.length, spaced.length)
}
