import { clockNames } from '../clock/clock.ts'
import { happenedIn } from '../clock/happened-in.ts'
import type { Call, Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Hours } from '../hours/hours.ts'
import { agentIdOf } from '../people/agent.ts'
import { promiseIn } from '../promise/promise-in.ts'
import type { ContactEntry, EventEntry } from '../timeline/entry.ts'
import { countryOf } from './country.ts'
import type { ContactFact, ContactInsight, ConversationFact, EventFact, Kept } from './facts.ts'
import { known } from './known-fields.ts'

/** The conversations of the customer, by their ids and those of what was joined into them. */
type Names = ReadonlyMap<string, string>

/** A contact as the fold takes it; nothing of one that was deleted. */
export function contactFact(entry: ContactEntry, names: Names, insight: ContactInsight | undefined): ContactFact[] {
  if (entry.state.deletedAt !== undefined) return []
  const contact = viewContact(entry.state)
  const { channel, direction, source, brand, department } = contact
  const conversation = names.get(entry.conversation ?? '')
  const promises = direction === 'outbound' ? promisedIn(contact) : undefined
  return [
    {
      ...{ id: entry.entryId, at: entry.place.sortAt, channel, direction, source, brand, department },
      ...known({ network: contact.social?.network, campaign: contact.campaign, country: countryOf(contact) }),
      ...known({ agent: contact.agent ?? agentOf(contact.call), conversation }),
      ...known({ topic: insight?.topic, language: languageOf(contact) ?? insight?.language }),
      ...(insight?.sentiment && { sentiment: insight.sentiment }),
      idle: happenedIn(contact, contact.occurredAt).length === 0,
      ...(contact.call && { call: callOf(contact.call) }),
      ...(promises && { promises }),
    },
  ]
}

/** `pt-BR` and `pt` are one language. */
const languageOf = ({ language }: Contact): string | undefined => language?.split('-')[0]?.toLowerCase()

const agentOf = (call: Call | undefined): string | undefined =>
  call?.agent === undefined ? undefined : agentIdOf(call.agent) || undefined

const callOf = ({
  answered,
  durationSeconds,
  queueSeconds = 0,
  afterCallSeconds = 0,
}: Call): NonNullable<ContactFact['call']> => ({
  answered,
  handleSeconds: durationSeconds + afterCallSeconds,
  waitedSeconds: queueSeconds,
})

/** A promise of a day is kept until that day is over, by UTC, as conversations take it. */
function promisedIn({ text, language, occurredAt }: Contact): ContactFact['promises'] {
  if (text === '') return undefined
  const context = {
    region: 'US',
    writtenAt: occurredAt,
    by: 'company' as const,
    ...(language !== undefined && { language }),
  }
  const promise = promiseIn(text, context)
  return promise && { ...(promise.by !== undefined && { by: `${promise.by}T23:59:59.999Z` }) }
}

/** What happened to one of the customer's conversations; notes are nothing that is counted. */
export function eventFact(entry: ContactEntry | EventEntry, names: Names): EventFact[] {
  if (entry.type === 'contact' || entry.event.type === 'note') return []
  const { conversation: label, change, from, to, contact, places } = entry.event
  const conversation = names.get(label ?? '')
  if (conversation === undefined) return []
  return [
    {
      ...{ id: entry.entryId, at: entry.place.sortAt, conversation, change },
      ...known({ from, to, contact }),
      ...(places && { first: places.map(({ first }) => first.entryId) }),
    },
  ]
}

export function conversationFact(conversation: Conversation, hours: Hours): ConversationFact {
  const { id, openedAt, openedBy, brand, department, status, since, inbound, rating } = conversation
  const { team, assignee, language } = conversation
  return {
    ...{ id, openedAt, openedBy, brand, department, status, since, inbound, hours },
    ...known({ team, assignee, language: language?.split('-')[0]?.toLowerCase() }),
    kept: keptOf(conversation),
    ...(rating && { rating: { kind: rating.kind, score: rating.score, at: rating.at } }),
  }
}

const clocks = { firstResponse: 'first', nextResponse: 'next', resolution: 'resolution' } as const

/** A clock counts once it was met, or from the instant at which it ran out; one that no answer met was not asked for. */
function keptOf({ clocks: kept }: Conversation): Kept[] {
  return clockNames.flatMap((name): Kept[] => {
    const clock = kept?.stand[name]
    if (clock?.breachedAt !== undefined) return [{ clock: clocks[name], at: clock.breachedAt, kept: false }]
    if (clock?.metAt === undefined || (name !== 'resolution' && clock.metBy !== 'answer')) return []
    return [{ clock: clocks[name], at: clock.metAt, kept: true }]
  })
}
