import * as z from 'zod'
import { type Actor, hasRole, roles, seesPersonalData } from '../api/role.ts'
import type { LiveEvent } from './event.ts'

/**
 * What a client may ask to hear of: one customer, one conversation, the queue (matters, and what came in), mentions
 * (public ones, and notes that name the person), or all that the role may see.
 */
export const topicSchema = z.string().regex(/^(?:all|queue|mentions|(?:customer|conversation):[\w.:-]{1,100})$/)

/** Who listens, and to what. */
export type Listener = Pick<Actor, 'subject' | 'groups'> & { topics: readonly string[] }

/** Conversations, notes and presence are the business of those who answer customers. */
export const answersCustomers = (actor: Pick<Actor, 'subject' | 'groups'>): boolean =>
  hasRole(actor, ['agent', 'social'])

/** Whether the role may hear of a topic at all. */
export const mayHear = (actor: Actor, topic: string): boolean =>
  topic === 'queue' || topic.startsWith('conversation:') ? answersCustomers(actor) : hasRole(actor, roles)

/** The customer that a topic speaks of. */
export const customerOfTopic = (topic: string): string | undefined =>
  topic.startsWith('customer:') ? topic.slice('customer:'.length) : undefined

/** Whether an event is for the listener: of a type that the role may see, and of a topic that it asked for. */
export const hears = (listener: Listener, event: LiveEvent): boolean =>
  maySee(listener, event) && wants(listener, event)

/** An event as the listener may see it: without words and names for whoever sees no personal data. */
export function shownTo(listener: Listener, event: LiveEvent): LiveEvent {
  if (event.type !== 'contact' && event.type !== 'conversation') return event
  if (seesPersonalData(listener)) return event
  const { title: _title, name: _name, ...shown } = event
  return shown
}

function maySee(listener: Listener, event: LiveEvent): boolean {
  switch (event.type) {
    case 'contact':
    case 'customer':
    case 'notice':
      return hasRole(listener, roles)
    case 'conversation':
    case 'note':
    case 'presence':
    case 'reply':
      return answersCustomers(listener)
    default:
      return event satisfies never
  }
}

function wants({ topics, subject }: Listener, event: LiveEvent): boolean {
  if (topics.includes('all')) return true
  if (event.type === 'note' && event.mentions.includes(subject) && topics.includes('mentions')) return true
  return topicsOf(event).some(topic => topics.includes(topic))
}

function topicsOf(event: LiveEvent): string[] {
  switch (event.type) {
    case 'contact':
      return [...customers(event.customer), ...conversations(event.conversation), ...contactTopics(event)]
    case 'conversation':
      return ['queue', ...conversations(event.conversation, event.joinedInto), ...customers(event.customer)]
    case 'note':
    case 'reply':
      return [...customers(event.customer), ...conversations(event.conversation)]
    case 'customer':
      return customers(event.customer, event.redirect)
    case 'presence':
      return ['queue', `customer:${event.where}`, `conversation:${event.where}`]
    case 'notice':
      return ['queue', ...customers(event.customer)]
    default:
      return event satisfies never
  }
}

function contactTopics({ direction, visibility }: Extract<LiveEvent, { type: 'contact' }>): string[] {
  if (direction !== 'inbound') return []
  return visibility === 'public' ? ['queue', 'mentions'] : ['queue']
}

const customers = (...ids: (string | undefined)[]): string[] =>
  ids.flatMap(id => (id === undefined ? [] : [`customer:${id}`]))

const conversations = (...ids: (string | undefined)[]): string[] =>
  ids.flatMap(id => (id === undefined ? [] : [`conversation:${id}`]))
