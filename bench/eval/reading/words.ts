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

/**
 * Whether each word of `wanted` begins a word of `text`: forms of a word count, parts inside do not, and a number is a whole one (`2` is not in `27`). Signs between the
 * letters of a word may be others or none (`HX-220`, `hx 220`), but nothing else may stand between them.
 */
export function holdsWords(text: string, wanted: string): boolean {
  const plain = folded(text)
  return folded(wanted)
    .split(' ')
    .every(word => wordPattern(word)?.test(plain) ?? true)
}

/** As `holdsWords`, with all words near the number among them: those of two addresses do not make a third. */
export function holdsTogether(text: string, wanted: string): boolean {
  const plain = folded(text)
  const number = folded(wanted)
    .split(' ')
    .find(word => /^\d/.test(word))
  if (number === undefined) return holdsWords(text, wanted)
  const reach = wanted.length + 4
  return [...plain.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${number.replace(/\W.*/, '')}`, 'gu'))].some(({ index }) =>
    holdsWords(plain.slice(Math.max(0, index - reach), index + reach), wanted),
  )
}

const patterns = new Map<string, RegExp | undefined>()

function wordPattern(word: string): RegExp | undefined {
  if (patterns.has(word)) return patterns.get(word)
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const end = /\p{N}$/u.test(parts.at(-1) ?? '') ? '(?!\\p{N})' : ''
  const made =
    parts.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]{0,2}')}${end}`, 'u')
  patterns.set(word, made)
  return made
}
