import type { Line } from './line.ts'
import { quotedLines } from './quotes.ts'
import { closingAt, signatureLines } from './signature.ts'

/**
 * A mail's text by whose it is. `text` is what a reader should see: the author's own words, without a signature that is
 * set apart. `own`, `about` and `signature` are what is surely the author's: what they wrote, the part of it below the
 * goodbye, and their signature. `quoted` is other people's earlier words.
 */
export type Words = { text: string; own: string; about: string; signature: string; quoted: string }

/**
 * Where everything is quoted or signature (a mail forwarded without a word), all of it is the `text`, since that is
 * what the author sends; it still is nobody's own.
 */
export function wordsOf(lines: Line[]): Words {
  const { lines: quoted, mixed } = quotedLines(lines)
  const signature = signatureLines(lines, quoted)
  const written = texts(lines, at => quoted[at] !== true && signature[at] !== true)
  const closing = closingAt(written)
  return {
    text: joined(trimmed(written)) || joined(trimmed(lines.map(line => line.text))),
    own: mixed ? '' : joined(written.slice(0, closing)),
    about: mixed ? '' : joined(written.slice(closing)),
    signature: joined(texts(lines, at => quoted[at] !== true && signature[at] === true)).trim(),
    quoted: joined(mixed ? lines.map(line => line.text) : texts(lines, at => quoted[at] === true)),
  }
}

const texts = (lines: Line[], test: (at: number) => boolean): string[] =>
  lines.filter((_, at) => test(at)).map(line => line.text)

const joined = (lines: string[]): string => lines.join('\n')

const ruled = /^[\s\-_=*#~+.·—ᐧ]*$/

/** Without empty lines at both ends, and without ruled lines at the end. */
function trimmed(lines: string[]): string[] {
  const first = lines.findIndex(text => text.trim() !== '')
  const last = lines.findLastIndex(text => !ruled.test(text.slice(0, 200)))
  return first < 0 || last < first ? [] : lines.slice(first, last + 1)
}
