/** Text as it is compared: case and accents folded, every kind of space one space, typographic quotes plain. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Letters and digits of a text alone: what is left of a reference however it is grouped. */
export const squeezed = (text: string): string => text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Words as a reader counts them. */
export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** The first `limit` words of some lines: what an agent reads of a brief that does not end. */
export function firstWords(lines: readonly string[], limit: number): string[] {
  let left = limit
  return lines.map(line => {
    const words = line.split(/\s+/).filter(Boolean)
    const kept = words.slice(0, Math.max(0, left))
    left -= words.length
    return kept.join(' ')
  })
}

/** Whether each word of `wanted` begins a word of `text` (both folded): forms of a word count, parts inside do not. */
export function holdsWords(text: string, wanted: string): boolean {
  const plain = folded(text)
  return folded(wanted)
    .split(' ')
    .every(word => startsWord(plain, word))
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  }
  return false
}
