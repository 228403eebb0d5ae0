import { comma } from '../phone/csv.ts'

const delimiters = [comma, 0x3b, 0x09, 0x7c]
const lineEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d
const maxHeaderBytes = 64 * 1024

/** The comma, semicolon, tab or bar that stands most often in the first line. */
export function delimiterOf(start: Uint8Array): number {
  const end = start.findIndex(lineEnd)
  const line = end < 0 ? start : start.subarray(0, end)
  const count = (delimiter: number): number => line.reduce((sum, byte) => sum + Number(byte === delimiter), 0)
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? comma
}

/** The bytes of a file up to its first line end at least, and all of its chunks again. */
export async function withStart(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ start: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const reader = chunks[Symbol.asyncIterator]()
  let start = new Uint8Array(0)
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    start = Uint8Array.from([...start, ...next.value])
    if (start.some(lineEnd) || start.length > maxHeaderBytes) break
  }
  return { start, rest: again(start, reader) }
}

async function* again(start: Uint8Array, reader: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start
  for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value
}
