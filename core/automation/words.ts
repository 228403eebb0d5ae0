import { fold } from '../search/fold.ts'

/** A text is read this far: what it is about stands at its beginning, and nobody can make us read for ever. */
const readLength = 20_000

/** The words of a text in one form, with a space around each, so that a phrase is looked up as it stands. */
export const readWords = (text: string): string => ` ${wordsOf(text.slice(0, readLength)).join(' ')} `

/** Whether the words of a phrase stand there, in a row. A phrase without words stands nowhere. */
export function holdsPhrase(words: string, phrase: string): boolean {
  const wanted = wordsOf(phrase)
  return wanted.length > 0 && words.includes(` ${wanted.join(' ')} `)
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
