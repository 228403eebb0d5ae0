import { decodeText } from './charset.ts'
import { decodeBase64, decodeQ } from './transfer-encoding.ts'

type Word = { charset: string; bytes: Uint8Array; start: number; end: number }

/**
 * RFC 2047: `=?utf-8?B?w7g=?=`. Words of one charset that only white space separates are decoded together, since
 * programs cut them in the middle of a character. What is no encoded word stays as it is.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text
  const pieces: string[] = []
  let from = 0
  for (const run of wordRuns(text)) {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) continue
    const between = text.slice(from, first.start)
    if (from === 0 || between.trim() !== '') pieces.push(between)
    pieces.push(decodeText(joined(run.map(word => word.bytes)), first.charset))
    from = last.end
  }
  return pieces.join('') + text.slice(from)
}

const encodedWord = /=\?([^?\s]{1,64})\?([bq])\?([^?]*)\?=/gi

function wordRuns(text: string): Word[][] {
  const runs: Word[][] = []
  for (const match of text.matchAll(encodedWord)) {
    const word = readWord(match)
    const last = runs.at(-1)?.at(-1)
    const joins = last && last.charset === word.charset && text.slice(last.end, word.start).trim() === ''
    if (joins) runs.at(-1)?.push(word)
    else runs.push([word])
  }
  return runs
}

/** RFC 2231 section 5 allows a language behind the charset: `utf-8*en`. */
function readWord({ 0: whole, 1: label = '', 2: encoding = '', 3: encoded = '', index }: RegExpExecArray): Word {
  const [charset = ''] = label.toLowerCase().split('*')
  const bytes = ascii.encode(encoded)
  const decoded = encoding.toLowerCase() === 'b' ? decodeBase64(bytes, 0, bytes.length, bytes.length) : decodeQ(bytes)
  return { charset, bytes: decoded, start: index, end: index + whole.length }
}

const ascii = new TextEncoder()

function joined(pieces: Uint8Array[]): Uint8Array {
  const [only] = pieces
  if (pieces.length === 1 && only) return only
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
