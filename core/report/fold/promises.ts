import type { Atom } from '../cells.ts'
import { atomAt, type Folding, isRecent, type Matter, matterDims } from './folding.ts'
import { isAnswer } from './responses.ts'

/** Promises of a day that were kept or broken, and whether the customer came again, with another matter, in thirty days. */
export const foldPromises = (folding: Folding): Atom[] =>
  folding.matters.flatMap(matter => [
    ...keptAt(matter).map(at => promiseAtom(folding, matter, at, true)),
    ...matter.events
      .filter(({ change }) => change === 'promise-broken')
      .map(({ at }) => promiseAtom(folding, matter, at, false)),
  ])

/** A promise is kept by the next answer, when that comes in time. */
function keptAt({ contacts }: Matter): string[] {
  const answers = contacts.filter(isAnswer)
  return answers.flatMap((answer, n) => {
    const by = answer.promises?.by
    const next = answers[n + 1]
    return by !== undefined && next !== undefined && next.at <= by && isRecent(answer.at, next.at) ? [next.at] : []
  })
}

function promiseAtom(folding: Folding, matter: Matter, at: string, kept: boolean): Atom {
  const back = folding.matters.some(({ conversation: { id, openedAt } }) => {
    return id !== matter.conversation.id && openedAt > at && isRecent(at, openedAt)
  })
  const counts = kept
    ? { promisesKept: 1, ...(back && { keptCameBack: 1 }) }
    : { promisesBroken: 1, ...(back && { brokenCameBack: 1 }) }
  return atomAt(folding, at, matterDims(folding, matter, at), counts)
}
