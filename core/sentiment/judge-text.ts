import { hasLexicon } from '../mood/mood.ts'
import { featuresOf } from './features.ts'
import { judge, type Model } from './model.ts'
import type { Judged } from './sentiment.ts'

/** The language of those who write so little that it cannot be told. */
const usual = 'en'

export const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text)

/**
 * How a text sounds. Undefined rather than wrong: where there is no word in it, and, as long as nothing was learned, in a
 * language that there is no lexicon of. A text that is too short to tell its language is taken for English.
 */
export function judgeText(
  model: Model,
  learned: boolean,
  text: string,
  language: string | undefined,
): Judged | undefined {
  if (!hasWord(text)) return undefined
  const known = language ?? (/^[\p{Script=Latin}\P{L}]*$/u.test(text) ? usual : undefined)
  if (!learned && (known === undefined || !hasLexicon(known))) return undefined
  return judge(model, featuresOf(text, known))
}
