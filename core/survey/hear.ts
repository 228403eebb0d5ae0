import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import { act } from '../conversation/act.ts'
import { type ConversationDeps, itself } from '../conversation/deps.ts'
import type { ContactEntry, Place } from '../timeline/entry.ts'
import { answerSurvey } from './answer.ts'
import { type Rating, ratingIn } from './rating-in.ts'
import type { SurveyStore } from './store.ts'
import { type Survey, scales } from './survey.ts'

export type HearDeps = Pick<ConversationDeps, 'pause' | 'now'> & {
  surveys: Pick<SurveyStore, 'read' | 'surveyed' | 'answer'>
  conversations: ConversationDeps
}

const newestContacts = 20

/**
 * Takes what a customer writes as the answer to a survey, where it is one: a score at the very beginning, on the thread
 * on which they were asked, and nothing of ours since. Told of the same contact again, nothing changes.
 */
export async function hearAnswer(deps: HearDeps, contactId: string, place: Place): Promise<void> {
  const entry = await deps.conversations.timeline.readContact(contactId, place)
  if (entry === undefined || entry.state.deletedAt !== undefined) return
  const contact = viewContact(entry.state)
  if (!mayAnswer(contact)) return
  const surveyed = (await deps.surveys.surveyed([place.stream])).get(place.stream)
  const survey = surveyed && (await deps.surveys.read(surveyed.survey))
  if (survey === undefined) return
  const rating = ratingIn(contact.text, scales[survey.kind])
  if (rating === undefined || !isOnItsThread(survey, entry, contact)) return
  if (await somethingElseWasSaid(deps, survey, place.sortAt)) return
  await answerSurvey({ ...deps, conversations: deps.conversations.store }, survey.id, {
    ...rating,
    how: 'reply',
    contactId,
  })
  if (needsNobody(survey, rating)) await settleAgain(deps, entry)
}

/** Reads nothing for a contact that no scale would take for a score. */
const mayAnswer = ({ direction, automatic, text }: Contact): boolean =>
  direction === 'inbound' &&
  automatic === undefined &&
  Object.values(scales).some(scale => ratingIn(text, scale) !== undefined)

/** Whether it came after they were asked is told by our own clock: mails have seconds only, and the clocks of others. */
function isOnItsThread(survey: Survey, { conversation }: ContactEntry, contact: Contact): boolean {
  const { askedAt, validUntil } = survey
  const { channel, thread, receivedAt } = contact
  if (askedAt === undefined || receivedAt < askedAt || receivedAt > validUntil) return false
  if (channel !== survey.channel) return false
  const named = [thread?.id, thread?.inReplyTo, ...(thread?.references ?? [])]
  return conversation === survey.conversation || (survey.thread !== undefined && named.includes(survey.thread))
}

/** What we sent after asking, and before this: once is the survey itself. */
async function somethingElseWasSaid({ conversations }: HearDeps, survey: Survey, before: string): Promise<boolean> {
  const members = await conversations.store.contacts(survey.conversation, newestContacts)
  const since = members.filter(({ sortAt }) => sortAt < before && sortAt >= (survey.askedAt ?? ''))
  const entries = await conversations.timeline.readContacts(
    since.map(({ contactId, ...place }) => ({ contactId, place })),
  )
  return entries.filter(({ state }) => viewContact(state).direction === 'outbound').length > 1
}

/** A low score with words is for somebody to read: what it reopened stays open. */
const needsNobody = ({ kind }: Survey, { score, comment }: Rating): boolean =>
  comment === undefined || score >= scales[kind].greatest - 1

/** An answer reopens the matter like anything a customer writes, or opens one of its own. */
async function settleAgain({ conversations }: HearDeps, { entryId, place, conversation }: ContactEntry): Promise<void> {
  if (conversation === undefined) return
  const [found] = await conversations.store.read([conversation])
  if (found?.status !== 'open' || (found.since !== place.sortAt && found.openedBy !== entryId)) return
  if (found.unanswered.some(({ contactId }) => contactId !== entryId)) return
  const reason = 'it was the answer to a survey'
  await act(conversations, found.id, { do: 'status', status: 'resolved' }, { actor: itself, reason })
}
