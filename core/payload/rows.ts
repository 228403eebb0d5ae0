import type { Row } from '../channels/channel.ts'

export type RowBytes = Row & { bytes: Uint8Array }

/**
 * Where the row ends that begins with these bytes: it is [0, end), the next one begins at `next` > 0. Undefined: its end
 * is not among them. With `atEnd` no more bytes come, and there is always an answer. An empty row is skipped.
 */
export type FindRow = (bytes: Uint8Array, atEnd: boolean) => { end: number; next: number } | undefined

type Reading = { held: Uint8Array; offset: number; line: number; skipping: boolean }

/**
 * Cuts a file into rows, holding one chunk and one row in memory. A row of more than `maxBytes` comes as its first
 * `maxBytes + 1` bytes, which its parser refuses; reading goes on at the next line. Empty rows are left out.
 */
export async function* splitRows(
  chunks: AsyncIterable<Uint8Array>,
  findRow: FindRow,
  maxBytes: number,
): AsyncGenerator<RowBytes> {
  const reading: Reading = { held: new Uint8Array(0), offset: 0, line: 1, skipping: false }
  for await (const chunk of chunks) {
    reading.held = joined(reading.held, chunk)
    yield* rowsHeld(reading, findRow, maxBytes, false)
  }
  yield* rowsHeld(reading, findRow, maxBytes, true)
}

function* rowsHeld(reading: Reading, findRow: FindRow, maxBytes: number, atEnd: boolean): Generator<RowBytes> {
  while (reading.held.length > 0) {
    if (reading.skipping) {
      skipLine(reading)
      continue
    }
    const row = findRow(reading.held, atEnd || reading.held.length > maxBytes)
    if (row === undefined) return
    const tooLong = row.end > maxBytes
    const length = tooLong ? maxBytes + 1 : row.end
    const { offset, line, held } = reading
    if (length > 0) yield { offset, length, line, bytes: held.slice(0, length) }
    advance(reading, tooLong ? length : row.next)
    reading.skipping = tooLong
  }
}

/** Drops what is left of a line that was too long, as far as it has been read. */
function skipLine(reading: Reading): void {
  const end = reading.held.findIndex(byte => byte === lineFeed || byte === carriageReturn)
  advance(reading, end < 0 ? reading.held.length : end + 1)
  reading.skipping = end < 0
}

function advance(reading: Reading, bytes: number): void {
  reading.line += countLines(reading.held, bytes)
  reading.offset += bytes
  reading.held = reading.held.subarray(bytes)
}

export const lineFeed = 0x0a
export const carriageReturn = 0x0d

/** Line ends among the first `length` bytes: LF, CRLF, and a CR alone, as old Macs and some exports write it. */
export function countLines(bytes: Uint8Array, length: number): number {
  let lines = 0
  for (let i = 0; i < length; i++) {
    if (bytes[i] === lineFeed || (bytes[i] === carriageReturn && bytes[i + 1] !== lineFeed)) lines++
  }
  return lines
}

function joined(held: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (held.length === 0) return chunk
  const both = new Uint8Array(held.length + chunk.length)
  both.set(held)
  both.set(chunk, held.length)
  return both
}
