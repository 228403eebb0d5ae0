import { fold } from '../search/fold.ts'
import { isStopWord } from '../search/stop-words.ts'
import type { Label } from './label.ts'
import { stemOf, wordsOf } from './terms.ts'

/** A topic that is to be named, with all that may be told of it. */
export type Labelled = Label & { id: string }

/** Something that names topics, like a language model: names by the ids of topics. May fail; must not be trusted. */
export type SuggestNames = (topics: readonly Labelled[]) => Promise<ReadonlyMap<string, string>>

/** So many topics are named, the first ones; the others keep their terms. */
const mostNamed = 200
const namedAtOnce = 50

const mostWords = 6
const longestName = 60
const lettersOnly = /^\p{L}+(?:['’ -]\p{L}+)*$/u

/**
 * A suggested name as it may be shown, undefined where it may not: one to six words, at most 60 characters, nothing but
 * letters, and, but for small words, each a form of a word of the topic's own label. That holds no word of fewer than three
 * authors and no name that is known: so neither does what is accepted, nor anything that a model made up.
 */
export function acceptedName(suggested: string, { terms, example }: Label): string | undefined {
  const name = suggested.normalize('NFKC').trim()
  if (name.length > longestName || !lettersOnly.test(name) || name.split(/[ -]/).length > mostWords) return undefined
  const known = new Set(wordsOf(`${terms.join(' ')} ${example}`).map(stemOf))
  const telling = wordsOf(name).filter(one => !isStopWord(fold(one)))
  return telling.length > 0 && telling.every(one => known.has(stemOf(one))) ? name : undefined
}

/** The names that may be shown, by the ids of topics. Where asking fails there are none: no failure of a model stops a night. */
export async function namesFor(
  topics: readonly Labelled[],
  suggest: SuggestNames | undefined,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (suggest === undefined) return names
  for (let from = 0; from < Math.min(topics.length, mostNamed); from += namedAtOnce) {
    const some = topics.slice(from, from + namedAtOnce)
    const [answer] = await Promise.allSettled([suggest(some)])
    if (answer.status === 'rejected') continue
    for (const topic of some) {
      const name = acceptedName(answer.value.get(topic.id) ?? '', topic)
      if (name !== undefined) names.set(topic.id, name)
    }
  }
  return names
}
