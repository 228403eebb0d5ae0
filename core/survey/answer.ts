import type { Conversation } from '../conversation/conversation.ts'
import type { ConversationStore } from '../conversation/store.ts'
import { RetryLater } from '../record/outcome.ts'
import { surveyEvent } from './events.ts'
import type { SurveyStore } from './store.ts'
import { mostAnswers, type Survey, type SurveyAnswer, scales } from './survey.ts'

export type AnswerDeps = {
  surveys: Pick<SurveyStore, 'read' | 'answer'>
  conversations: Pick<ConversationStore, 'read'>
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** Waits before an attempt, longer each time. */
  pause: (attempt: number) => Promise<void>
}

/** `kept`: so it stands already, or it was changed too often; the last answer stays as it is. */
export type Answered = { outcome: 'stored' | 'kept'; survey: Survey } | { outcome: 'unknown' }

/** How the timeline names who answers. */
const customer = 'the customer'
const maxRaces = 10

/**
 * Stores what somebody answers. Answered again, the last answer counts and the ones before are kept; the same again
 * changes nothing. Whether the score is one of its scale is for the caller to see to.
 */
export async function answerSurvey(deps: AnswerDeps, id: string, given: Omit<SurveyAnswer, 'at'>): Promise<Answered> {
  for (let race = 0; race < maxRaces; race++) {
    await deps.pause(race)
    const was = await deps.surveys.read(id)
    if (was === undefined) return { outcome: 'unknown' }
    if (isKnown(was, given) || was.history.length >= mostAnswers) return { outcome: 'kept', survey: was }
    const next = withAnswer(was, { ...given, at: deps.now() })
    const conversation = await rated(deps, next)
    if (await deps.surveys.answer(next, was, answeredEvent(next, was), conversation)) {
      return { outcome: 'stored', survey: next }
    }
  }
  throw new RetryLater('the conversation of a survey kept changing')
}

/** One contact answers once, whatever came after it. */
function isKnown({ answer, history }: Survey, { score, comment, contactId }: Omit<SurveyAnswer, 'at'>): boolean {
  const told = answer ? [...history, answer] : []
  if (contactId !== undefined) return told.some(one => one.contactId === contactId)
  return answer !== undefined && answer.score === score && answer.comment === comment
}

const withAnswer = (was: Survey, answer: SurveyAnswer): Survey => ({
  ...was,
  version: was.version + 1,
  answer,
  history: was.answer ? [...was.history, was.answer] : was.history,
})

/** `csat 4/5`, as the timeline says it. */
export const scoreText = ({ kind }: Pick<Survey, 'kind'>, { score }: SurveyAnswer): string =>
  `${kind} ${score}/${scales[kind].greatest}`

function answeredEvent(next: Survey, { answer: before }: Survey) {
  const { answer } = next
  if (answer === undefined) throw new Error('a survey without its answer')
  const told = {
    change: 'survey-answered' as const,
    ...(before && { from: scoreText(next, before) }),
    to: scoreText(next, answer),
    ...(answer.comment !== undefined && { reason: answer.comment }),
    ...(answer.contactId !== undefined && { contact: answer.contactId }),
  }
  return surveyEvent(next, told, customer, answer.at)
}

/** The conversation with the rating; where it was joined into another, that one. */
async function rated(deps: AnswerDeps, { id, kind, conversation, answer }: Survey) {
  const was = await standing(deps, conversation)
  if (was === undefined || answer === undefined) return undefined
  const rating = { kind, score: answer.score, at: answer.at, survey: id }
  return { was, next: { ...was, version: was.version + 1, rating } }
}

async function standing({ conversations }: AnswerDeps, id: string): Promise<Conversation | undefined> {
  const [found] = await conversations.read([id])
  if (found?.joinedInto === undefined) return found
  const [other] = await conversations.read([found.joinedInto])
  return other
}
