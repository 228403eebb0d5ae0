import { hasWord } from './judge-text.ts'
import type { Judged } from './sentiment.ts'

/** Something that says how a masked text sounds, like a language model. May fail. */
export type AskSentiment = (text: string) => Promise<Judged>

/** So many characters are told of a text: how it sounds is said by its beginning. */
export const mostAsked = 2_000

/** What `ask` says of a text with a word in it; where it fails, or there is nobody to ask, our own judgement. */
export async function askedOr(
  own: Judged | undefined,
  ask: AskSentiment | undefined,
  text: string,
): Promise<Judged | undefined> {
  if (ask === undefined || !hasWord(text)) return own
  const [answer] = await Promise.allSettled([ask(text.slice(0, mostAsked))])
  return answer.status === 'fulfilled' ? answer.value : own
}
