import type { Contact } from '../../core/contact/contact.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import type { Agent } from '../../core/people/agent.ts'
import type { RouteInput } from '../../core/routing/decide.ts'
import { type RoutingRule, routingRuleSchema } from '../../core/routing/rule.ts'
import type { Seat } from '../../core/routing/seat.ts'
import { mailAt } from '../conversation/contacts.ts'

export const now = '2026-03-02T12:00:00.000Z'

export const agentNamed = (id: string, differing: Partial<Agent> = {}): Agent => ({
  v: 1,
  id,
  name: id.replace(/^./, letter => letter.toUpperCase()),
  teams: ['service'],
  skills: [],
  languages: ['en'],
  capacity: 20,
  availability: 'online',
  active: true,
  ...differing,
})

export const seatOf = (id: string, differing: Partial<Agent> & Partial<Omit<Seat, 'agent'>> = {}): Seat => {
  const { load = 0, lastAssignedAt, ...agent } = differing
  return { agent: agentNamed(id, agent), load, ...(lastAssignedAt !== undefined && { lastAssignedAt }) }
}

type RuleParts = { name?: string; order?: number; active?: boolean; when?: object; to?: object }

export const ruleNamed = (id: string, { name = id, order = 0, active = true, when = {}, to = {} }: RuleParts = {}) =>
  routingRuleSchema.parse({ v: 1, id, name, order, active, when, to })

export const everything: RoutingRule = ruleNamed('everything', { name: 'Everything else', order: 1000 })

export const conversationOf = (differing: Partial<Conversation> = {}): Conversation => ({
  ...{
    v: 1,
    id: 'c0',
    version: 1,
    anchor: 'email:alice@example.com',
    openedAt: now,
    openedBy: 'first',
    title: 'hello',
  },
  ...{
    brand: 'default',
    department: 'service',
    status: 'open',
    since: now,
    priority: 'normal',
    tags: [],
    team: 'service',
  },
  ...{ channel: 'email', channels: ['email'], contacts: 1, inbound: 1, lastAt: now, unanswered: [], references: [] },
  ...{ topics: [], switches: 0, repeats: 0, joined: [] },
  ...differing,
})

/** A mail of alice's to the team of service, which has these seats. */
export const inputOf = (differing: Partial<RouteInput> = {}): RouteInput => ({
  conversation: conversationOf(),
  contact: mailAt('first', '2T11:00', 'My parcel has not been delivered'),
  firstTime: true,
  rules: [everything],
  seats: [seatOf('bob')],
  now,
  ...differing,
})

export const mentionOf = (contact: Contact): Contact => ({
  ...contact,
  channel: 'social',
  kind: 'mention',
  social: { network: 'x', visibility: 'public' },
})
