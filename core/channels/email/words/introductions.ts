import type { Line } from './line.ts'
import { attributionStart, dated, gmailDate, headerLabel, isSentFrom, message, wrote } from './phrases.ts'

/**
 * What tells of quoted words: its first line; whether it is `certain`, so that unmarked lines below are quoted too; and
 * whether it stands `alone`, so that they are even where no own words stand above.
 */
export type Introduction = { from: number; certain: boolean; alone: boolean }

/** The introduction whose last line (of a header block, whose first line) is line `at`. */
export const introductionAt = (lines: Line[], quoted: boolean[], at: number): Introduction | undefined =>
  historyAt(lines, at) ?? attributionEndingAt(lines, quoted, at) ?? belowSentFrom(lines, quoted, at)

/** Some telephones put the old mail, without any mark, below their "Sent from …"; a few short lines are a signature. */
function belowSentFrom(lines: Line[], quoted: boolean[], at: number): Introduction | undefined {
  if (!isSentFrom(lines[at]?.text ?? '') || quoted.includes(true, at)) return undefined
  const below = lines.slice(at + 1).filter(({ text }) => text !== '')
  const isLong = below.length > 4 || below.some(({ text }) => text.length > 60)
  return isLong ? { from: at + 1, certain: true, alone: false } : undefined
}

const longestMarker = 120
const longestBlock = 8

/** A marker or a header block that begins at line `at`. */
function historyAt(lines: Line[], at: number): Introduction | undefined {
  const text = lines[at]?.text ?? ''
  if (isMarker(text)) return { from: at, certain: true, alone: true }
  if (headerLabel(text) === undefined || !isHeaderBlock(lines, at)) return undefined
  return { from: introducedAt(lines, at), certain: true, alone: true }
}

/** Yahoo writes the header of a forwarded mail behind it, on the same line. */
const marker = /^[\s*_>]{0,4}-{2,40}\s?([^-].{0,80}?)-{2,40}(?:[\s*_]{0,4}$|\s\p{Lu}[\p{L} ]{1,20}:)/u

function isMarker(text: string): boolean {
  const inside = marker.exec(text.slice(0, longestMarker))?.[1]
  return inside !== undefined && message.test(inside) && !/\bPGP\b/.test(inside)
}

/** From, and a subject or a date with an address: three fields of a journey or an order are no header block. */
function isHeaderBlock(lines: Line[], at: number): boolean {
  const found = new Set<string>()
  let addressed = false
  for (const { text } of lines.slice(at, at + longestBlock)) {
    const label = headerLabel(text)
    if (text === '' && found.size > 1) break
    if (label !== undefined) found.add(label)
    addressed ||= text.includes('@')
  }
  return found.has('from') && found.size > 1 && (found.has('subject') || (addressed && found.has('date')))
}

/** "Begin forwarded message:" or a ruled line right above belongs to the block. */
function introducedAt(lines: Line[], block: number): number {
  for (let at = block - 1; at >= 0 && at >= block - 3; at--) {
    const text = lines[at]?.text ?? ''
    if (isRuled.test(text.slice(0, longestMarker)) || (/[:：]\W{0,3}$/.test(text) && message.test(text))) return at
    if (text !== '') return block
  }
  return block
}

/** `________`, `-------- … --------` */
const isRuled = /^(?:[\s_*=-]{3,}|\s*-{3,40} .{1,60} -{3,40}\s*)$/

const mostAttributionLines = 5
const longestAttribution = 300

/**
 * An attribution whose last line is `at`, wrapped over a few lines or not. `certain` where it could be nothing else, so
 * that what follows without any mark is still history.
 */
function attributionEndingAt(lines: Line[], quoted: boolean[], at: number): Introduction | undefined {
  const last = lines[at]?.text ?? ''
  if (gmailDate.test(last)) return { from: at, certain: true, alone: false }
  if (!/[:：]\W{0,3}$|\w -{2,6}$|\w-{2,6}$/.test(last.slice(-20))) return undefined
  if (last.length < 60 && message.test(last) && !last.includes('@')) return { from: at, certain: false, alone: false }
  return wrappedAttribution(lines, quoted, at)
}

/** Goes up from its last line until the joined lines make sense. */
function wrappedAttribution(lines: Line[], quoted: boolean[], at: number): Introduction | undefined {
  let joined = ''
  for (let from = at; from >= 0 && from > at - mostAttributionLines; from--) {
    const text = lines[from]?.text ?? ''
    const ends = (text === '' || quoted[from] === true) && from < at
    joined = `${text} ${joined}`
    if (ends || joined.length > longestAttribution) return undefined
    const attribution = attributionOf(joined, text, from)
    if (attribution) return attribution
  }
  return undefined
}

function attributionOf(joined: string, first: string, from: number): Introduction | undefined {
  const when = dated.test(joined)
  const who = joined.includes('@')
  if (gmailDate.test(first)) return { from, certain: true, alone: false }
  const starts = attributionStart.test(first)
  if (starts && when && />[:：]\s*$/.test(joined) && !wrote.test(joined)) return { from, certain: false, alone: false }
  if (!wrote.test(joined) || (!when && !who)) return undefined
  return starts || (when && who) ? { from, certain: when && (starts || who), alone: false } : undefined
}
