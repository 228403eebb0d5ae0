/** The encodings of RFC 2045 (quoted-printable, base64) and RFC 2047 (words in headers), for texts of ours. */

export type Charset = 'utf-8' | 'iso-8859-1'
export type Transfer = '7bit' | '8bit' | 'quoted-printable' | 'base64'

export const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length
export const fitsLatin1 = (text: string): boolean => Buffer.from(text, 'latin1').toString('latin1') === text

const bufferOf = (text: string, charset: Charset): Buffer =>
  Buffer.from(text, charset === 'iso-8859-1' ? 'latin1' : 'utf8')

const hex = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)

/** One line in quoted-printable, broken softly so that no line is longer than 76 characters (RFC 2045 section 6.7). */
function quotedLine(line: Buffer): string {
  let [text, width] = ['', 0]
  line.forEach((byte, at) => {
    const atEnd = at === line.length - 1
    const plain = byte > 32 && byte < 127 && byte !== 61
    const piece = plain || (byte === 32 && !atEnd) ? String.fromCharCode(byte) : (hex[byte] ?? '')
    if (width + piece.length > 75) {
      text += '=\r\n'
      width = 0
    }
    text += piece
    width += piece.length
  })
  return text
}

/** Lines that are short ASCII already need no work; most of a quotation is. */
const needsQuoting = (line: string): boolean =>
  line.length > 75 || !/^[\x20-\x3c\x3e-\x7e]*$/.test(line) || line.endsWith(' ')

const quotedPrintable = (text: string, charset: Charset): string =>
  text
    .split('\r\n')
    .map(line => (needsQuoting(line) ? quotedLine(bufferOf(line, charset)) : line))
    .join('\r\n')

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n')

/** The text in one of the transfer encodings, as a string of bytes (latin1). */
export function encodeText(text: string, charset: Charset, transfer: Transfer): string {
  if (transfer === 'base64') return base64(bufferOf(text, charset))
  if (transfer === 'quoted-printable') return quotedPrintable(text, charset)
  return bufferOf(text, charset).toString('latin1')
}

const wordBytes = 42

/** An encoded-word holds at most 75 characters, so a long text becomes several; a character is never cut in two. */
function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > wordBytes) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map(piece => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ')
}

/** A header's text: as it is when it is ASCII, else in encoded-words. */
export const headerText = (text: string): string => (isAscii(text) ? text : encodedWords(text))

/** `Name <address>`; a name with special characters is quoted (RFC 5322 section 3.2.4). */
export function mailboxText(name: string | undefined, address: string): string {
  if (name === undefined) return address
  if (!isAscii(name)) return `${encodedWords(name)} <${address}>`
  return /^[A-Za-z0-9 '-]+$/.test(name) ? `${name} <${address}>` : `"${name.replaceAll(/["\\]/g, '\\$&')}" <${address}>`
}
