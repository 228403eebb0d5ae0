import { limits } from '../limits.ts'
import { type Block, isHtml } from '../mime/body.ts'
import type { Part } from '../mime/parts.ts'
import { partText } from '../mime/text.ts'
import { withoutArmor } from './armor.ts'
import { htmlLines } from './html-lines.ts'
import { type Line, plainLines } from './line.ts'
import { type Words, wordsOf } from './own-words.ts'

/** The words of a mail. `cut` tells that there was more text than is read. */
export type MailWords = Words & { cut: boolean }

/** Reads the text parts, within one limit for all of them, and tells whose words they are. */
export function mailWords(bytes: Uint8Array, blocks: Block[]): MailWords {
  const reading = { bytes, left: limits.textBytes, cut: false }
  const lines: Line[] = []
  for (const block of blocks) {
    const read = readBlock(reading, block)
    if (lines.length > 0 && read.length > 0) lines.push(emptyLine)
    for (const line of read) lines.push(line)
  }
  return { ...wordsOf(withoutArmor(lines.slice(0, limits.lines))), cut: reading.cut || lines.length >= limits.lines }
}

const emptyLine: Line = { text: '', quoted: false, signature: false }

type Reading = { bytes: Uint8Array; left: number; cut: boolean }

/** The plain text, unless there is none in it, or only a hint that the HTML should be read. */
function readBlock(reading: Reading, { plain, html }: Block): Line[] {
  const plainly = plain ? readPart(reading, plain) : []
  if (html === undefined || (hasText(plainly) && !isStub(plainly))) return plainly
  const marked = readPart(reading, html)
  return hasText(marked) ? marked : plainly
}

function readPart(reading: Reading, part: Part): Line[] {
  const { text, cut } = partText(reading.bytes, part, reading.left)
  reading.left = Math.max(0, reading.left - text.length)
  reading.cut ||= cut
  return isHtml(part) || looksLikeHtml(text, part) ? htmlLines(text, limits.lines) : plainLines(text, limits.lines)
}

/** Rich text (RFC 1896) is read as HTML, as is HTML that says it is plain. */
const looksLikeHtml = (text: string, part: Part): boolean =>
  /rich/.test(part.type.value) || /^\s{0,100}<(?:!doctype html|html|body)\b/i.test(text.slice(0, 200))

const hasText = (lines: Line[]): boolean => lines.some(({ text }) => text !== '')

const longestStub = 300

function isStub(lines: Line[]): boolean {
  const text = lines.map(line => line.text).join(' ')
  return text.length < longestStub && /\b(?:html|browser|navegador|navigateur)\b/i.test(text)
}
