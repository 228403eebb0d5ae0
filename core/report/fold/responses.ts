import { workingTimeBetween } from '../../hours/working-time.ts'
import { secondsLater } from '../../payload/instant.ts'
import type { Atom } from '../cells.ts'
import type { ContactFact, ConversationFact } from '../facts.ts'
import { bucketOf } from '../histogram.ts'
import { known } from '../known-fields.ts'
import { atomAt, between, type Folding, isQuestion, isRecent, type Matter, matterDims } from './folding.ts'

/** How long customers waited for the first answer to a matter, and for each further one. */
export const foldResponses = (folding: Folding): Atom[] =>
  folding.matters.flatMap(matter => {
    const turns = turnsOf(matter.contacts)
    return turns.flatMap((turn, n) => {
      if (turn.type === 'question') return []
      const waited = waitedFor(matter.conversation, turns.slice(0, n), turn)
      return waited === undefined ? [] : [responseAtom(folding, matter, turn, waited)]
    })
  })

type Turn = { type: 'question' | 'answer'; at: string; contact: ContactFact }

/** Questions and answers in order. An answered call is both: the answer comes when the caller no longer waits. */
export function turnsOf(contacts: readonly ContactFact[]): Turn[] {
  const turns = contacts.flatMap((contact): Turn[] => {
    const question: Turn = { type: 'question', at: contact.at, contact }
    if (isAnswer(contact)) return [{ type: 'answer', at: contact.at, contact }]
    if (!isQuestion(contact)) return []
    if (!contact.call?.answered) return [question]
    return [question, { type: 'answer', at: secondsLater(contact.at, contact.call.waitedSeconds), contact }]
  })
  return turns.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

export const isAnswer = ({ direction, idle }: ContactFact): boolean => direction === 'outbound' && !idle

type Waited = { kind: 'first' | 'next'; since: string }

/** Since when the customer waited for this answer. Nobody waited where we wrote first, or had answered already. */
function waitedFor({ openedAt, openedBy }: ConversationFact, before: Turn[], { at }: Turn): Waited | undefined {
  const recent = before.filter(turn => isRecent(turn.at, at))
  const answered = recent.findLastIndex(({ type }) => type === 'answer')
  const first = isRecent(openedAt, at) && answered < 0
  const asked = first
    ? recent.find(({ type, contact }) => type === 'question' && contact.id === openedBy)
    : recent.slice(answered + 1).find(({ type }) => type === 'question')
  return asked && { kind: first ? 'first' : 'next', since: asked.at }
}

function responseAtom(folding: Folding, matter: Matter, { at, contact }: Turn, { kind, since }: Waited): Atom {
  const seconds = Math.round(between(since, at) / 1000)
  const working = Math.round(workingTimeBetween(matter.conversation.hours, since, at) / 1000)
  const dims = { ...matterDims(folding, matter, at), ...known({ agent: contact.agent }) }
  return kind === 'first'
    ? atomAt(
        folding,
        at,
        dims,
        { firstAnswers: 1, firstSeconds: seconds, firstWorkingSeconds: working },
        { first: bucketOf(seconds), firstWorking: bucketOf(working) },
      )
    : atomAt(
        folding,
        at,
        dims,
        { nextAnswers: 1, nextSeconds: seconds, nextWorkingSeconds: working },
        { next: bucketOf(seconds), nextWorking: bucketOf(working) },
      )
}
