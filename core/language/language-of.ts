import { functionWords } from './function-words.ts'

/** Languages that a script alone tells (ISO 15924 scripts as Unicode names them). */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}{2}/u],
  ['el', /\p{Script=Greek}{3}/u],
  ['he', /\p{Script=Hebrew}{3}/u],
  ['th', /\p{Script=Thai}{3}/u],
]

const looked = 2000
const words = /\p{L}+/gu

const languagesOf = new Map<string, string[]>()
for (const [language, list] of Object.entries(functionWords))
  for (const word of list.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])

/**
 * The language of a text (ISO 639-1), by its articles, pronouns and conjunctions: no text of more than a few words does
 * without them. Undefined for short, mixed and unclear ones, and for languages that we have no words of: better unknown than
 * wrong. Looks at the first 2000 characters.
 */
export function languageOf(text: string): string | undefined {
  const start = text.slice(0, looked)
  const script = scripts.find(([, letters]) => letters.test(start))
  if (script) return script[0]
  const votes = new Map<string, Set<string>>()
  for (const word of start.toLowerCase().match(words) ?? [])
    for (const language of languagesOf.get(word) ?? [])
      votes.set(language, (votes.get(language) ?? new Set()).add(word))
  const [first, second] = [...votes].map(([language, { size }]) => ({ language, size })).sort((a, b) => b.size - a.size)
  if (first === undefined || first.size < fewest) return undefined
  return first.size >= (second?.size ?? 0) * lead ? first.language : undefined
}

/** So many different words of a language, and so many times those of the next, are needed. */
const fewest = 2
const lead = 1.5
