import { introductionAt } from './introductions.ts'
import type { Line } from './line.ts'

/** `mixed`: below an introduction at the very top nothing tells quoted from own words; the lines are not marked then. */
export type Quoted = { lines: boolean[]; mixed: boolean }

/**
 * Which lines are somebody else's earlier words: marked by the markup or by `>`, introduced ("On … Alice wrote:"), or
 * everything below a header block or a line like `-----Original Message-----`. Own words between and below marked
 * quotes stay own. Each line is looked at a bounded number of times.
 */
export function quotedLines(lines: Line[]): Quoted {
  const quoted = markedLines(lines)
  const follows = followsOwnWords(lines, quoted)
  let mixed = false
  for (let at = 0; at < lines.length; at++) {
    const found = quoted[at] === true ? undefined : introductionAt(lines, quoted, at)
    if (found === undefined) continue
    const next = isQuotedNext(lines, quoted, at + 1)
    const runsOn = found.certain && !next
    if (runsOn && (found.alone || follows(found.from))) return { lines: quoted.fill(true, found.from), mixed }
    mixed ||= runsOn
    if (found.certain || next) quoted.fill(true, found.from, at + 1)
  }
  return { lines: quoted, mixed }
}

/** `> text`, and `AB> text` of older programs. */
const angled = /^\s{0,4}>|^[A-Z]{1,3}>(?:\s|$)/

function markedLines(lines: Line[]): boolean[] {
  const angles = lines.map(({ text }, at) => angled.test(text) && !endsAddress(text, lines[at - 1]?.text ?? ''))
  return lines.map(({ quoted }, at) => quoted || angles[at] === true || isWrapped(lines, angles, at))
}

/** `<alice@example.com` on one line and `> wrote:` on the next are an introduction that was wrapped. */
const endsAddress = (text: string, before: string): boolean =>
  text.length < 40 &&
  /^>[^>]*[:：]$/.test(text) &&
  (before.lastIndexOf('<') > before.lastIndexOf('>') || before.startsWith('mailto:'))

/** A quoted line that was wrapped without a mark: it goes on in the middle of a sentence, and the quote goes on below. */
function isWrapped(lines: Line[], angles: boolean[], at: number): boolean {
  if (angles[at - 1] !== true || angles[at + 1] !== true || angles[at] === true) return false
  const before = lines[at - 1]?.text ?? ''
  return before.length > 60 && /[\p{L},]$/u.test(before) && /^\p{Ll}/u.test(lines[at]?.text ?? '')
}

/** Tells whether own words stand above a line. Lines only ever become quoted, so the first own one only moves down. */
function followsOwnWords(lines: Line[], quoted: boolean[]): (at: number) => boolean {
  let first = 0
  const isOwn = (at: number) => quoted[at] !== true && /[\p{L}\p{N}]/u.test(lines[at]?.text ?? '')
  return at => {
    while (first < lines.length && !isOwn(first)) first++
    return first < at
  }
}

function isQuotedNext(lines: Line[], quoted: boolean[], from: number): boolean {
  for (let at = from; at < lines.length; at++) if (lines[at]?.text !== '') return quoted[at] === true
  return true
}
