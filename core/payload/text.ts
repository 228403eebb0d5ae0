/** The most text that a contact keeps, in UTF-16 code units; the raw payload keeps the rest. */
export const maxText = 65_536

/** At most `length` code units, without cutting a character in half. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** The text of a contact within its limit, and whether some was left out. */
export function contactText(text: string): { text: string; truncated?: true } {
  return text.length <= maxText ? { text } : { text: shortened(text, maxText), truncated: true }
}

/** `{name: 'Alice'}` for a name that says something, `{}` else: for optional members of a party or a call. */
export function optionalText<K extends string>(
  key: K,
  text: string | null | undefined,
  length = 256,
): { [k in K]?: string } {
  const trimmed = shortened((text ?? '').trim(), length)
  const member: { [k in K]?: string } = {}
  if (trimmed !== '') member[key] = trimmed
  return member
}
