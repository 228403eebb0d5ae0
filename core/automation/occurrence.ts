import * as z from 'zod'
import { type Contact, instantSchema } from '../contact/contact.ts'
import { contactId } from '../contact/contact-id.ts'
import { topicsOf } from '../conversation/topics.ts'
import { parseObjectName } from '../raw/object-name.ts'
import type { EventEntry } from '../timeline/entry.ts'
import type { StatusEvent } from '../timeline/event.ts'
import { type RuleEvent, ruleEvents, type When } from './rule.ts'

/**
 * Something that may set rules off. `values` are the status, clock, tags or topic that it is about. `causedBy` is there
 * where an automation did it: the id of its rule, or nothing where it cannot be told which.
 */
export const occurrenceSchema = z.object({
  id: z.string().max(64),
  event: z.enum(ruleEvents),
  at: instantSchema,
  values: z.array(z.string()).max(50),
  contact: z.string().max(64).optional(),
  causedBy: z.object({ rule: z.string().optional() }).optional(),
})
export type Occurrence = z.infer<typeof occurrenceSchema>

const actorPrefix = 'automation:'

/** How entries of a timeline name a rule that did something. No person is named so: their names end in a subject. */
export const automationActor = (rule: string): string => `${actorPrefix}${rule}`

const causeOf = (actor: string): Pick<Occurrence, 'causedBy'> =>
  actor.startsWith(actorPrefix) ? { causedBy: { rule: actor.slice(actorPrefix.length) } } : {}

/** Whether something of this kind sets it off. */
export function setsOff(when: When, { event, values }: Occurrence): boolean {
  if (when.event !== event) return false
  const wanted = wantedBy(when)
  return wanted.length === 0 || values.some(value => wanted.includes(value))
}

function wantedBy(when: When): readonly string[] {
  switch (when.event) {
    case 'contact':
      return []
    case 'status':
      return when.to ?? []
    case 'clock':
      return when.clocks ?? []
    case 'tag':
      return when.tags ?? []
    case 'topic':
      return when.topics ?? []
    default:
      return when satisfies never
  }
}

/** A contact that came into a conversation, and each topic of it that was not there before. */
export function ofContact(conversation: string, contact: Contact, knownTopics: readonly string[]): Occurrence[] {
  const { id, receivedAt, direction } = contact
  const cause = isByItself(contact) ? { causedBy: {} } : {}
  const about = { at: receivedAt, contact: id, ...cause }
  const topics = direction === 'inbound' ? topicsIn(contact) : []
  return [
    { ...about, id, event: 'contact', values: [] },
    ...topics
      .filter(topic => !knownTopics.includes(topic))
      .map(topic => ({ ...about, id: topicId(conversation, topic), event: 'topic' as const, values: [topic] })),
  ]
}

export const topicsIn = ({ subject, text }: Contact): string[] => topicsOf([subject, text].filter(Boolean).join('\n'))

/** What we sent and no colleague wrote may be an automation's: it is taken for one. */
const isByItself = ({ direction, agent, rawRef }: Contact): boolean =>
  direction === 'outbound' && agent === undefined && parseObjectName(rawRef.object)?.format === 'sent'

/** A topic is new to a conversation once. */
const topicId = (conversation: string, topic: string): string => contactId('topic', conversation, topic)

/** What an entry of a conversation means to rules; nothing where no rule can ask for it. */
export function ofEvent({ entryId, event }: EventEntry): Occurrence[] {
  if (event.type !== 'status') return []
  const about = aboutOf(event)
  if (about === undefined || about.values.length === 0) return []
  const { contact } = event
  return [{ ...about, id: entryId, at: event.at, ...(contact !== undefined && { contact }), ...causeOf(event.actor) }]
}

function aboutOf({ change, from, to }: StatusEvent): { event: RuleEvent; values: string[] } | undefined {
  switch (change) {
    case 'status':
    case 'reopened':
      return { event: 'status', values: listed(to, ' ').slice(0, 1) }
    case 'breached':
      return { event: 'clock', values: listed(to, ' ') }
    case 'promise-broken':
      return { event: 'clock', values: ['promise'] }
    case 'tags': {
      const before = listed(from, ', ')
      return { event: 'tag', values: listed(to, ', ').filter(tag => !before.includes(tag)) }
    }
    default:
      return undefined
  }
}

const listed = (text = '', separator: string): string[] => text.split(separator).filter(part => part !== '')
