/** The words of a text, in lower case, without what stands between them. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** How rules keep words that they look for, so that nothing has to be cut again for each decision. */
export const asKept = (words: string): string => wordsIn(words).join(' ')

/** Whether a text has a word, or some in a row, as rules keep them. */
export function finder(text: string): (kept: string) => boolean {
  const said = wordsIn(text)
  const places = new Map<string, number[]>()
  for (const [place, word] of said.entries()) {
    const known = places.get(word)
    if (known) known.push(place)
    else places.set(word, [place])
  }
  return kept => {
    if (!kept.includes(' ')) return places.has(kept)
    const row = kept.split(' ')
    const starts = places.get(row[0] ?? '') ?? []
    return starts.some(start => row.every((word, n) => said[start + n] === word))
  }
}
