import type { Row, Split } from '../channel.ts'
import { limits } from './limits.ts'
import { joined } from './split-eml.ts'

const LF = 10
const from = new TextEncoder().encode('From ')
const longestSeparator = 512

/** `From alice@example.com Wed May  1 10:00:00 2024`, zones and other additions included (RFC 4155 appendix A). */
const dated = /^From (?:.* )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d{1,2}:\d{2}/
const exact =
  /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d{2}:\d{2}(?::\d{2})?(?: [A-Z+-][A-Z\d]{2,4})? \d{4}\s*$/

/**
 * Cuts an mbox file at its `From ` lines: those with a date behind an empty line or at the top, and anywhere those in
 * the exact form, since losing a mail in another is worse than cutting one in two. Rows keep their `From ` line. Of a
 * row above the size of a mail only the beginning is held.
 */
export const splitMbox: Split = async function* (chunks) {
  const cutter = new Cutter()
  for await (const chunk of chunks) yield* cutter.take(chunk)
  yield* cutter.finish()
}

type CutRow = Row & { bytes: Uint8Array }

/** Looks at the beginning of each line, whatever the chunks. */
class Cutter {
  #held: Uint8Array = new Uint8Array(0)
  #pieces: Uint8Array[] = []
  #length = 0
  #start = { offset: 0, line: 1 }
  #line = 1
  #isMidLine = false
  #isAfterBlank = true

  #passLine(chunk: Uint8Array, at: number, end: number, ends: boolean): void {
    this.#isAfterBlank = !this.#isMidLine && end - at <= 2 && (chunk[at] ?? 0) <= 13
    this.#isMidLine = !ends
    if (ends) this.#line++
  }

  #add(piece: Uint8Array): void {
    if (this.#length < limits.mailBytes) this.#pieces.push(piece)
    this.#length += piece.length
  }

  *take(received: Uint8Array): Generator<CutRow> {
    const chunk = this.#held.length === 0 ? received : joined([this.#held, received])
    yield* this.#cut(chunk, longestSeparator)
  }

  *finish(): Generator<CutRow> {
    yield* this.#cut(this.#held, 0)
    yield* this.#row()
  }

  /** A line of which less than `enough` is there, and not its end, waits for the next chunk. */
  *#cut(chunk: Uint8Array, enough: number): Generator<CutRow> {
    let rowStart = 0
    let at = 0
    while (at < chunk.length) {
      const { end, ends } = lineEnd(chunk, at)
      if (!ends && !this.#isMidLine && end - at < enough) break
      if (!this.#isMidLine && isSeparator(chunk, at, end, this.#isAfterBlank)) {
        this.#add(chunk.subarray(rowStart, at))
        yield* this.#row()
        rowStart = at
      }
      this.#passLine(chunk, at, end, ends)
      at = end
    }
    this.#add(chunk.subarray(rowStart, at))
    this.#held = chunk.subarray(at)
  }

  /** What stands before the first mail is a row only when it says something. */
  *#row(): Generator<CutRow> {
    const bytes = joined(this.#pieces).subarray(0, limits.mailBytes)
    if (bytes.some(byte => byte > 32)) yield { ...this.#start, length: this.#length, bytes }
    this.#start = { offset: this.#start.offset + this.#length, line: this.#line }
    this.#pieces = []
    this.#length = 0
  }
}

function lineEnd(chunk: Uint8Array, at: number): { end: number; ends: boolean } {
  const lf = chunk.indexOf(LF, at)
  return lf < 0 ? { end: chunk.length, ends: false } : { end: lf + 1, ends: true }
}

function isSeparator(chunk: Uint8Array, at: number, end: number, afterBlank: boolean): boolean {
  if (!from.every((byte, index) => chunk[at + index] === byte)) return false
  const line = text.decode(chunk.subarray(at, Math.min(end, at + longestSeparator)))
  return exact.test(line) || (afterBlank && dated.test(line))
}

const text = new TextDecoder('windows-1252')
