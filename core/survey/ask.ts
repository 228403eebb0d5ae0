import type { Contact } from '../contact/contact.ts'
import { contactId } from '../contact/contact-id.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { itself } from '../conversation/deps.ts'
import type { ConversationStore, Member } from '../conversation/store.ts'
import { streamIdentifier } from '../identity/member.ts'
import { findCustomer } from '../identity/read-customer.ts'
import type { IdentityStore } from '../identity/store.ts'
import { pageLanguage } from '../question/languages.ts'
import type { AskCustomer } from '../question/question.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { chooseSurvey } from './choose.ts'
import { surveyEvent } from './events.ts'
import type { SurveySettings } from './settings.ts'
import type { SurveyStore } from './store.ts'
import type { Resolution, Survey, Surveyed, SurveyKind } from './survey.ts'
import { surveyWords } from './words.ts'

export type AskDeps = {
  surveys: SurveyStore
  conversations: Pick<ConversationStore, 'read' | 'contacts'>
  timeline: Pick<TimelineStore, 'readContact'>
  identity: () => Promise<IdentityStore>
  /** Whether the customer may be asked there: consent for `survey`, and no do-not-contact on any of these streams. */
  mayAsk: (to: Survey['to'], streams: string[]) => Promise<boolean>
  ask: AskCustomer
  /** The address of the page behind a survey. */
  linkTo: (survey: Survey) => Promise<string>
  /** RFC 3339 UTC, ms. */
  now: () => string
}

/** No more at once: what is left is asked at the next call. */
const mostAtOnce = 100
const newestContacts = 20
const answerableDays = 14

/**
 * Asks about what people resolved long enough ago. Cut short anywhere, the next call goes on: a survey and its reply
 * bear an id made of the resolution, so nobody is asked twice. One that fails keeps no other from being asked; its error
 * is thrown in the end. Answers how many were asked.
 */
export async function askSurveys(deps: AskDeps): Promise<number> {
  const settings = await deps.surveys.settings()
  if (settings === undefined || !(settings.csat.active || settings.nps.active)) return 0
  const until = new Date(Date.parse(deps.now()) - settings.csat.afterMinutes * 60_000).toISOString()
  let asked = 0
  const failures: unknown[] = []
  for (const resolution of await deps.surveys.resolutions(until, mostAtOnce)) {
    try {
      if (await askAbout(deps, resolution, settings)) asked++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return asked
}

/** One id for one resolution, whoever asks and however often. */
export const surveyId = ({ conversation, at }: Resolution): string => contactId('survey', conversation, at)

async function askAbout(deps: AskDeps, resolution: Resolution, settings: SurveySettings): Promise<boolean> {
  const id = surveyId(resolution)
  const known = await deps.surveys.read(id)
  const planned = known ?? (await plan(deps, id, resolution, settings))
  if (planned === 'later') return false
  const asked = planned !== undefined && planned.askedAt === undefined && (await send(deps, planned, settings))
  await deps.surveys.forget(resolution)
  return asked
}

/** A new survey, stored; undefined where nobody is to be asked. */
async function plan(deps: AskDeps, id: string, resolution: Resolution, settings: SurveySettings) {
  const [conversation] = await deps.conversations.read([resolution.conversation])
  if (conversation === undefined) return undefined
  const written = await latestInbound(deps, conversation)
  const streams = await streamsOf(deps, written?.member.stream ?? conversation.anchor)
  const surveyed = await deps.surveys.surveyed(streams)
  const at = deps.now()
  const latest = written?.contact
  const given = { id, resolution, conversation, latest, surveyed: [...surveyed.values()], settings, at }
  const choice = chooseSurvey(given)
  if ('skip' in choice) return choice.skip === 'early' ? 'later' : undefined
  if (written === undefined || !(await deps.mayAsk(written.contact.from.identifier, streams))) return undefined
  const survey = surveyOf(choice.ask, { id, resolution, conversation, at, ...written })
  const noting = notingOf(survey, streams, surveyed)
  return (await deps.surveys.create(survey, noting)) ? survey : 'later'
}

type Written = { contact: Contact; member: Member }

async function latestInbound(deps: AskDeps, { id }: Conversation): Promise<Written | undefined> {
  for (const member of await deps.conversations.contacts(id, newestContacts)) {
    const entry = await deps.timeline.readContact(member.contactId, member)
    if (entry === undefined || entry.state.deletedAt !== undefined) continue
    const contact = viewContact(entry.state)
    if (contact.direction === 'inbound') return { contact, member }
  }
  return undefined
}

async function streamsOf(deps: AskDeps, stream: string): Promise<string[]> {
  const customer = await findCustomer(await deps.identity(), streamIdentifier(stream))
  return [...new Set([stream, ...(customer?.members.map(member => member.stream) ?? [])])]
}

type Planned = Written & { id: string; resolution: Resolution; conversation: Conversation; at: string }

function surveyOf(kind: SurveyKind, { id, resolution, conversation, contact, member, at }: Planned): Survey {
  const { assignee: agent, team, brand, department } = conversation
  return {
    ...{ v: 1, id, version: 1, kind, conversation: conversation.id, brand, department, history: [] },
    ...{ resolvedAt: resolution.at, resolvedBy: resolution.actor, stream: member.stream },
    ...{ to: contact.from.identifier, answers: contact.id, channel: contact.channel },
    ...(contact.thread && { thread: contact.thread.id }),
    ...(agent !== undefined && { agent }),
    ...(team !== undefined && { team }),
    language: conversation.language ?? contact.language ?? 'en',
    createdAt: at,
    validUntil: new Date(Date.parse(at) + answerableDays * 86_400_000).toISOString(),
  }
}

function notingOf({ id, stream, kind, createdAt: at }: Survey, streams: string[], surveyed: Map<string, Surveyed>) {
  const was = surveyed.get(stream)
  const npsAt = kind === 'nps' ? at : was?.npsAt
  return {
    stream,
    next: { v: 1 as const, version: (was?.version ?? 0) + 1, survey: id, at, ...(npsAt !== undefined && { npsAt }) },
    was: was?.version,
    others: streams
      .filter(other => other !== stream)
      .slice(0, 50)
      .map(other => ({ stream: other, version: surveyed.get(other)?.version })),
  }
}

async function send(deps: AskDeps, survey: Survey, settings: SurveySettings): Promise<boolean> {
  const { id, kind, conversation, to, answers, channel } = survey
  const language = pageLanguage(survey.language)
  const words = surveyWords[language][kind]
  const lines = [settings[kind].text[language] ?? words.ask, await deps.linkTo(survey)]
  /** To a public post it is asked in a message, on whose thread no score would be heard. */
  const text = (channel === 'social' ? lines : [...lines, words.hint]).join('\n')
  const question = { id, purpose: 'survey', conversation, to, answers, language, subject: words.subject } as const
  if ((await deps.ask({ ...question, text, by: { subject: itself, actor: itself } })) === 'no-way') return false
  const askedAt = deps.now()
  const next = { ...survey, version: survey.version + 1, askedAt }
  return deps.surveys.asked(next, surveyEvent(next, { change: 'survey-asked', to: kind }, itself, askedAt))
}
