/** A line of a mail, without its line end, and what the mail's markup says of it. */
export type Line = { text: string; quoted: boolean; signature: boolean }

/** The lines of plain text, blanks at their ends and characters that show nothing left out. */
export const plainLines = (text: string, most: number): Line[] =>
  text.split('\n', most).map(line => ({ text: clean(line), quoted: false, signature: false }))

/** No-break spaces are spaces here; zero-width characters and controls are nothing. */
export const clean = (text: string): string =>
  needsCleaning.test(text) ? text.replace(spaces, ' ').replace(invisible, '').trimEnd() : text.trimEnd()

const needsCleaning = /[^\t -~\u00a1-\u00ac\u00ae-\u1fff]/
const spaces = /[\u00a0\u2000-\u200a\u202f\u3000]/g
const invisible = /(?!\t)[\p{Cc}\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060\ufeff]/gu
