import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { act } from '../../core/conversation/act.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import type { Question } from '../../core/question/question.ts'
import type { AnswerDeps } from '../../core/survey/answer.ts'
import { type AskDeps, askSurveys } from '../../core/survey/ask.ts'
import { hearAnswer } from '../../core/survey/hear.ts'
import { type SurveySettings, surveySettingsSchema } from '../../core/survey/settings.ts'
import { makeWorld } from '../conversation/world.ts'

const minute = 60_000

/** A company that asks its customers how it did, with what it asked kept for a look, and a clock to move. */
export function makeCompany(differing: Partial<AskDeps> = {}, table: Table = memoryTable()) {
  const world = makeWorld(table)
  const surveys = surveyStore(table)
  const asked: Question[] = []
  const now = () => world.clock.now
  const deps: AskDeps = {
    surveys,
    conversations: world.deps.store,
    timeline: world.timeline,
    identity: async () => world.identity.store,
    mayAsk: async () => true,
    ask: async question => {
      if (!asked.some(({ id }) => id === question.id)) asked.push(question)
      return 'accepted'
    },
    linkTo: async ({ id }) => `https://throughline.example/survey/${id}`,
    now,
    ...differing,
  }
  const answering: AnswerDeps = { surveys, conversations: world.deps.store, now, pause: async () => undefined }

  const wait = (minutes: number): void => {
    world.clock.now = new Date(Date.parse(world.clock.now) + minutes * minute).toISOString()
  }
  const set = async (settings: object): Promise<SurveySettings> => {
    const parsed = surveySettingsSchema.parse({ v: 1, ...settings })
    await surveys.writeSettings(parsed)
    return parsed
  }
  const resolve = async ({ id }: Pick<Conversation, 'id'>, actor = 'anna'): Promise<void> => {
    await act(world.deps, id, { do: 'status', status: 'resolved' }, { actor })
  }
  /** A contact comes and joins its matter, and what it may answer is heard. */
  const hear = async (contact: Contact): Promise<Conversation | undefined> => {
    await world.receive(contact)
    const place = { stream: streamName(homeIdentifier(contact)), sortAt: sortAt(contact) }
    await hearAnswer({ surveys, conversations: world.deps, now, pause: async () => undefined }, contact.id, place)
    return world.conversationOf(contact)
  }
  /** A matter of this contact, resolved by somebody. */
  const resolved = async (contact: Contact, actor = 'anna'): Promise<Conversation> => {
    const conversation = await world.receive(contact)
    if (conversation === undefined) throw new Error('the contact opened nothing')
    await resolve(conversation, actor)
    return conversation
  }
  const statusesOn = async (stream: string) =>
    (await world.eventsOn(stream)).flatMap(event => (event.type === 'status' ? [event] : []))

  const ask = () => askSurveys(deps)
  return {
    ...world,
    conversing: world.deps,
    surveys,
    asked,
    ask,
    deps,
    answering,
    wait,
    set,
    resolve,
    resolved,
    hear,
    statusesOn,
  }
}
