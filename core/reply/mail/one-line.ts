/** What ends a line, or turns the direction of what follows, where a name or a subject is shown. */
const unshown = /[\p{Cc}\p{Zl}\p{Zp}\s\u202a-\u202e\u2066-\u2069]+/gu

/**
 * A text as a field of a header may hold it: on one line, and whole Unicode. Nothing that is said in it can begin a
 * field of its own (RFC 5322 section 2.2).
 */
export const oneLine = (text: string, most: number): string =>
  clipped(text.toWellFormed().replace(unshown, ' ').trim(), most).trimEnd()

/** At most so many UTF-16 units, never half a character. */
function clipped(text: string, most: number): string {
  const cut = text.slice(0, most)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** A text as a body may hold it: lines end in LF, and of the controls only tabs are left. */
export const manyLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
