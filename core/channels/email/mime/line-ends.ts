const LF = 10
const CR = 13
const byteOrderMark = [0xef, 0xbb, 0xbf]

/**
 * The mail with line feeds where it has only carriage returns, as files from an old Macintosh do, and without a byte
 * order mark. Everything else is read as it is; the copy is made only for such files.
 */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const marked = byteOrderMark.every((byte, at) => bytes[at] === byte) ? bytes.subarray(3) : bytes
  if (marked.includes(LF) || !marked.includes(CR)) return marked
  return marked.map(byte => (byte === CR ? LF : byte))
}
