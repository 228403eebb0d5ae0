import { decodeText } from './charset.ts'

/** `text/plain; charset=utf-8`: the value in lower case and the parameters by lower-case name. */
export type StructuredValue = { value: string; params: Map<string, string> }

const mostParams = 100
const longestField = 16 * 1024

/**
 * Reads Content-Type and Content-Disposition (RFC 2045 section 5.1), with the continuations and charsets of RFC 2231.
 * The first of two parameters of one name counts. Comments are dropped; everything beyond the limits is left out.
 */
export function readStructured(field: string): StructuredValue {
  const [value = '', ...pieces] = splitPieces(field.slice(0, longestField))
  const params = new Map<string, string>()
  for (const piece of pieces.slice(0, mostParams)) {
    const equals = piece.indexOf('=')
    const name = (equals < 0 ? piece : piece.slice(0, equals)).trim().toLowerCase()
    if (name !== '' && !params.has(name)) params.set(name, equals < 0 ? '' : unquoted(piece.slice(equals + 1)))
  }
  return { value: withoutComments(value).trim().toLowerCase(), params: joinContinuations(params) }
}

/** Splits at the semicolons that stand outside of quoted strings. */
function splitPieces(field: string): string[] {
  const pieces: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < field.length; at++) {
    const character = field[at]
    if (quoted && character === '\\') at++
    else if (character === '"') quoted = !quoted
    else if (character === ';' && !quoted) {
      pieces.push(field.slice(from, at))
      from = at + 1
    }
  }
  pieces.push(field.slice(from))
  return pieces
}

/** The content of a quoted string, or the token with the comment behind it dropped. */
function unquoted(text: string): string {
  const trimmed = text.trim()
  if (trimmed[0] !== '"') return withoutComments(trimmed).trim()
  const close = closingQuote(trimmed)
  return trimmed.slice(1, close).replace(/\\(.)/g, '$1')
}

function closingQuote(text: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}

/** A comment stands where white space may: `Invoice(1).pdf` is a token, `base64 (as usual)` has a comment. */
const withoutComments = (text: string): string => text.replace(/(?:^|\s)\([^()]*\)/g, ' ')

/** `name*0*=utf-8''a%20; name*1=b` is one parameter `name` (RFC 2231 section 4.1). */
function joinContinuations(params: Map<string, string>): Map<string, string> {
  const plain = new Map([...params].filter(([name]) => !name.includes('*')))
  for (const name of new Set([...params.keys()].filter(key => key.includes('*')).map(key => key.split('*')[0] ?? ''))) {
    const extended = joinSections(params, name)
    if (name !== '' && extended !== undefined) plain.set(name, extended)
  }
  return plain
}

function joinSections(params: Map<string, string>, name: string): string | undefined {
  const whole = params.get(`${name}*`)
  if (whole !== undefined) return decodeSections([{ text: whole, encoded: true }])
  const sections: { text: string; encoded: boolean }[] = []
  for (let index = 0; index < mostParams; index++) {
    const encoded = params.get(`${name}*${index}*`)
    const text = encoded ?? params.get(`${name}*${index}`)
    if (text === undefined) break
    sections.push({ text, encoded: encoded !== undefined })
  }
  return sections.length === 0 ? undefined : decodeSections(sections)
}

/** The first section names charset and language between apostrophes; the bytes of all are decoded together. */
function decodeSections(sections: { text: string; encoded: boolean }[]): string {
  const [, charset, first] = /^([^']{0,64})'[^']{0,64}'([\s\S]*)$/.exec(sections[0]?.text ?? '') ?? []
  const named = sections[0]?.encoded === true && first !== undefined
  const bytes = sections.flatMap(({ text, encoded }, index) => {
    const value = index === 0 && named ? first : text
    return encoded ? percentDecoded(value) : [...utf8.encode(value)]
  })
  return decodeText(Uint8Array.from(bytes), named ? charset : undefined)
}

const utf8 = new TextEncoder()

function percentDecoded(text: string): number[] {
  const bytes: number[] = []
  for (const [piece] of text.matchAll(/%[0-9a-f]{2}|[\s\S]/giu)) {
    if (piece.length === 3 && piece[0] === '%') bytes.push(Number.parseInt(piece.slice(1), 16))
    else bytes.push(...utf8.encode(piece))
  }
  return bytes
}
