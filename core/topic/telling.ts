import { functionWords } from '../language/function-words.ts'
import { fold } from '../search/fold.ts'
import { isStopWord } from '../search/stop-words.ts'

/** Words of more languages would take words of these ("van" is Dutch for "of"). */
const languages = ['en', 'de', 'fr', 'es']
/** What letters begin and end with, whatever they are about. */
const polite =
  'hello hi hey dear thank regards sincerely hallo guten tag morgen liebe lieber freundlichen grüßen salut madame monsieur cordialement hola buenos días buenas tardes estimado estimada saludos'
const small = new Set(
  [...languages.flatMap(one => functionWords[one]?.split(' ') ?? []), ...polite.split(' ')].map(fold),
)

const isSmall = (folded: string): boolean => isStopWord(folded) || small.has(folded)

/**
 * Whether a word says what a text is about, of `wordsOf` it: not "für", nor "bonjour", nor small words drawn together
 * ("j'ai", "qu'il", "don't", "we're").
 */
export function isTelling(one: string): boolean {
  if (!one.includes("'")) return one.length > 1 && !isSmall(fold(one))
  return !one.endsWith("n't") && one.split("'").some(part => part.length > 2 && !isSmall(fold(part)))
}
