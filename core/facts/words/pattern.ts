/** A pattern of whole words, any letter case; `\b` knows only the letters of English. Words may hold patterns. */
export const wholeWords = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu')

/** Where the last whole word before an end stands; -1 for none. */
export const lastPlace = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

export const hasWord = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0
