import { fold } from './fold.ts'

/** A token and where it was read from: UTF-16 offsets in the text. `digits`: all of those that a number's token ends. */
export type Occurrence = { token: string; start: number; end: number; digits?: string }

/**
 * How things are named in the index. `word` is what texts are made of; `reference` an order number or the like, without
 * punctuation; `name` a part of a name or a handle; `number` the last seven digits of what may be a telephone number;
 * `identifier` an address or an account, whole.
 */
export const tokenOf = {
  word: (folded: string): string => `w:${folded}`,
  reference: (folded: string): string => `r:${folded}`,
  name: (folded: string): string => `n:${folded}`,
  number: (digits: string): string => `p:${digits.slice(-7)}`,
  /** Bounded as a key is, and in one line. */
  identifier: (name: string): string => `i:${name.replace(/\s+/g, ' ').slice(0, 400)}`,
}

export const isWord = (token: string): boolean => token.startsWith('w:')
export const isName = (token: string): boolean => token.startsWith('n:')
/** What a token is made of: the word, the name, the digits. */
export const textOf = (token: string): string => token.slice(2)

const longest = 40
const address = /[^\s@<>()[\]",;:]{1,64}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,250}[\p{L}\p{N}]/gu
const run = /[\p{L}\p{M}\p{N}]+(?:[-/._#&+][\p{L}\p{M}\p{N}]+)*/gu
const part = /[\p{L}\p{M}\p{N}]+/gu
/** Digits in groups, as people write telephone and order numbers; a bracketed zero is the trunk prefix. */
export const groupedDigits =
  /(?<![\p{L}\p{N}][-/_#]?)(?:\+|00)?\(?\d(?:[\s().\-/\u00a0\u2010-\u2015]{0,3}\d){4,18}(?![\p{L}\p{N}])/gu
/** Scripts that write no spaces between words: two characters at a time are looked up. */
const scripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const unspaced = new RegExp(`[${scripts}]`, 'u')
const oneScript = new RegExp(`(?:[${scripts}]\\p{M}*)+|[^${scripts}]+`, 'gu')

/** A handle is one name, and its parts are names too. */
export function handleIn(text: string): Occurrence[] {
  const joined = fold(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, longest)
  const parts = namesIn(text).filter(({ token }) => textOf(token) !== joined && /\p{L}/u.test(token.slice(2)))
  return joined === '' ? [] : [{ token: tokenOf.name(joined), start: 0, end: text.length }, ...parts]
}

export const isUnspaced = (text: string): boolean => unspaced.test(text)

/** Every token of a text, in order of where it begins. The same text gives the same tokens in a contact and in a query. */
export function occurrencesIn(text: string): Occurrence[] {
  const addresses = [...text.matchAll(address)].map(found =>
    at(tokenOf.identifier(`email:${found[0].toLowerCase()}`), found),
  )
  const blanked = text.replace(address, found => ' '.repeat(found.length))
  const runs = [...blanked.matchAll(run)].flatMap(found => inRun(found[0], found.index))
  const numbers = [...blanked.matchAll(groupedDigits)].flatMap(found => inDigits(found[0], found.index))
  return [...addresses, ...runs, ...numbers].sort((a, b) => a.start - b.start || a.end - b.end)
}

const at = (token: string, { 0: found, index }: RegExpExecArray): Occurrence => ({
  token,
  start: index,
  end: index + found.length,
})

/** The parts of a run, and the whole without its punctuation where it names something. */
function inRun(written: string, start: number): Occurrence[] {
  const parts = [...written.matchAll(part)].flatMap(found => inPart(found[0], start + found.index))
  const joined = fold(written).replace(/[^\p{L}\p{N}]/gu, '')
  const isOne = !/[^\p{L}\p{M}\p{N}]/u.test(written)
  return isOne || !isReference(joined) ? parts : [...parts, reference(joined, start, start + written.length)]
}

const inPart = (written: string, start: number): Occurrence[] =>
  [...written.matchAll(oneScript)].flatMap(({ 0: piece, index }) =>
    isUnspaced(piece) ? pairs(piece, start + index) : inSpaced(piece, start + index),
  )

function inSpaced(written: string, start: number): Occurrence[] {
  const folded = fold(written).slice(0, longest)
  const end = start + written.length
  if (isReference(folded)) return [reference(folded, start, end)]
  return folded.length < 2 ? [] : [{ token: tokenOf.word(folded), start, end }]
}

/** Letters and digits together, or five digits and more. */
const isReference = (folded: string): boolean =>
  folded.length >= 4 && folded.length <= longest && /\d/.test(folded) && (folded.length > 4 || /\p{L}/u.test(folded))

/** Eight digits may be a telephone number, of which the last seven are looked up. */
const reference = (folded: string, start: number, end: number): Occurrence =>
  /^\d{8,}$/.test(folded)
    ? { token: tokenOf.number(folded), start, end, digits: folded }
    : { token: tokenOf.reference(folded), start, end }

/** What stands between two characters, or the one there is. */
function pairs(written: string, start: number): Occurrence[] {
  const characters = [...written.matchAll(/\P{M}\p{M}*/gu)].map(({ 0: text, index }) => ({ text, index }))
  const [only] = characters
  if (characters.length === 1 && only)
    return [{ token: tokenOf.word(fold(only.text)), start: start + only.index, end: start + only.text.length }]
  return characters.slice(1).flatMap(({ text, index }, before) => {
    const first = characters[before]
    if (first === undefined) return []
    return [
      { token: tokenOf.word(fold(first.text + text)), start: start + first.index, end: start + index + text.length },
    ]
  })
}

/** Groups of digits are one number, if they are several; seven digits alone may be a number without its area. */
function inDigits(written: string, start: number): Occurrence[] {
  const digits = digitsOf(written)
  const end = start + written.length
  const plain = { token: tokenOf.reference(digits), start, end }
  if (digits.length >= 8) return [reference(digits, start, end)]
  if (digits.length === 7) return [plain, { token: tokenOf.number(digits), start, end, digits }]
  return digits.length < 5 ? [] : [plain]
}

/** The digits of a number as people write it, without what only dialling needs: `+44 (0)20 7946 0018` is 442079460018. */
export const digitsOf = (written: string): string =>
  written
    .replace(/^\s*\+?([\d\s]{1,6})\(0\)/, '$1')
    .normalize('NFKC')
    .replace(/\D/g, '')

/** The parts of a name or a handle. */
export function namesIn(text: string): Occurrence[] {
  return [...text.matchAll(part)].flatMap(found => {
    const folded = fold(found[0]).slice(0, longest)
    return folded.length < 2 && !isUnspaced(found[0]) ? [] : [at(tokenOf.name(folded), found)]
  })
}
