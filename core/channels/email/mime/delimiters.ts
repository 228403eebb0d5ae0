import { limits } from '../limits.ts'

/** The lines of a mail that begin with two hyphens: all that can delimit parts (RFC 2046 section 5.1.1). */
export type Delimiters = {
  /** The places of the parts that a boundary cuts out of `[start, end)`. */
  between: (start: number, end: number, boundary: string | undefined) => [start: number, end: number][]
}

type Line = { start: number; next: number; text: string }

const HYPHEN = 0x2d
const LF = 10
const CR = 13
/** RFC 2046 allows 70 characters; some programs write more. */
const longestBoundary = 4_000

/** Finds them in one pass, so that nesting does not read the mail again. */
export function delimiterLines(bytes: Uint8Array, from: number): Delimiters {
  const lines: Line[] = []
  for (let at = from; at + 1 < bytes.length && lines.length < limits.delimiters; at++) {
    const begins = bytes[at] === HYPHEN && bytes[at + 1] === HYPHEN && (at === from || bytes[at - 1] === LF)
    if (begins) lines.push(readLine(bytes, at))
  }
  return { between: (start, end, boundary) => cut(bytes, lines, { start, end }, boundary) }
}

function readLine(bytes: Uint8Array, start: number): Line {
  const most = Math.min(bytes.length, start + longestBoundary + 4)
  let end = start
  while (end < most && bytes[end] !== LF) end++
  const text = latin.decode(bytes.subarray(start, end)).trimEnd()
  let next = end
  while (next < bytes.length && bytes[next] !== LF) next++
  return { start, next: Math.min(next + 1, bytes.length), text }
}

const latin = new TextDecoder('windows-1252')

/**
 * Each part runs from behind its delimiter line to the line end before the next one. Where the boundary is missing or
 * occurs nowhere, the first line of two hyphens is taken to name it, as many broken mails have it.
 */
function cut(
  bytes: Uint8Array,
  lines: Line[],
  { start, end }: { start: number; end: number },
  boundary: string | undefined,
): [number, number][] {
  const inside = linesWithin(lines, start, end)
  const named = delimiting(inside, (boundary ?? '').trimEnd())
  const used = named.length > 0 ? named : delimiting(inside, guessed(inside))
  const parts: [number, number][] = []
  for (const [index, line] of used.entries()) {
    if (line.closes) break
    const following = used[index + 1]
    const partEnd = following ? beforeLineEnd(bytes, line.next, following.start) : end
    parts.push([Math.min(line.next, end), Math.max(Math.min(line.next, end), partEnd)])
  }
  return parts
}

/** Lines are in order, so the first one is found by halving. */
function linesWithin(lines: Line[], start: number, end: number): Line[] {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? end) < start) low = middle + 1
    else high = middle
  }
  const until = lines.findIndex((line, index) => index >= low && line.start >= end)
  return lines.slice(low, until < 0 ? lines.length : until)
}

function delimiting(lines: Line[], boundary: string): (Line & { closes: boolean })[] {
  if (boundary === '') return []
  const opening = `--${boundary}`
  return lines
    .filter(({ text }) => text === opening || text === `${opening}--`)
    .map(line => ({ ...line, closes: line.text !== opening }))
}

const guessed = (lines: Line[]): string => {
  const first = lines.find(({ text }) => text.length > 2 && !text.endsWith('--'))?.text ?? ''
  return lines.some(({ text }) => text === `${first}--`) ? first.slice(2) : ''
}

/** The line end before a delimiter belongs to the delimiter. */
function beforeLineEnd(bytes: Uint8Array, from: number, delimiter: number): number {
  let end = delimiter
  if (end > from && bytes[end - 1] === LF) end--
  if (end > from && bytes[end - 1] === CR) end--
  return end
}
