import type { Contact } from '../../core/contact/contact.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { decideRoute, type RouteInput } from '../../core/routing/decide.ts'
import { type RoutingRule, routingRuleSchema } from '../../core/routing/rule.ts'
import type { Seat } from '../../core/routing/seat.ts'
import { type Figure, type Measure, median, quantile } from '../measure.ts'

const agents = 500
const rules = 200
const decisions = 2000
const warmUp = 200
const at = '2026-03-02T12:00:00.000Z'

const skills = ['phone', 'social', 'billing', 'login', 'returns', 'delivery'] as const
const languages = ['en', 'de', 'fr', 'es'] as const
const teams = ['service', 'social', 'billing', 'technics'] as const

/** The processor time of a decision, of what is read already. Every rule is tried: the one that applies comes last. */
export const routingCpu: Measure = {
  name: 'routing-cpu',
  about: `processor time of a routing decision with ${agents} agents and ${rules} rules`,
  run: async () => figures(),
}

function figures(): Figure[] {
  const inputs = Array.from({ length: 50 }, (_, n) => inputOf(n))
  const times: number[] = []
  for (let n = 0; n < decisions + warmUp; n++) {
    const input = inputs[n % inputs.length] ?? inputOf(n)
    const before = process.cpuUsage()
    if (decideRoute(input)?.assignee === undefined) throw new Error('nobody was found: the measure measures nothing')
    const { user, system } = process.cpuUsage(before)
    if (n >= warmUp) times.push((user + system) / 1000)
  }
  const name = `routing decision, ${agents} agents, ${rules} rules`
  return [
    { name: `${name}: median`, value: median(times), unit: 'ms CPU', reach: { most: 5 } },
    { name: `${name}: 95th percentile`, value: quantile(times, 0.95), unit: 'ms CPU', reach: { most: 5 } },
  ]
}

const inputOf = (n: number): RouteInput => ({
  conversation: conversationOf(n),
  contact: contactOf(n),
  firstTime: n % 2 === 0,
  rules: Array.from({ length: rules }, (_, place) => ruleOf(place)),
  seats: Array.from({ length: agents }, (_, place) => seatOf(place)),
  lastAnsweredBy: { agent: `agent-${n * 7}`, at },
  now: at,
})

/** All rules but the last look for words, some for several in a row that begin as the text does, and find none. */
function ruleOf(place: number): RoutingRule {
  const isLast = place === rules - 1
  const words = Array.from({ length: 20 }, (_, n) => (n % 4 === 0 ? `nobody could ${place}` : `unsaid${place}x${n}`))
  return routingRuleSchema.parse({
    ...{ v: 1, id: `rule-${place}`, name: `Rule ${place}`, order: place, active: true },
    when: isLast ? {} : { channel: ['email', 'social'], language: [...languages], words },
    to: { skills: ['billing'], specialist: 'login' },
  })
}

const seatOf = (place: number): Seat => ({
  agent: {
    ...{ v: 1, id: `agent-${place}`, name: `Agent ${place}`, capacity: 20, active: true },
    availability: place % 5 === 0 ? 'away' : 'online',
    teams: [...teams],
    skills: skills.filter((_, n) => (place + n) % 2 === 0 || n === 2),
    languages: languages.filter((_, n) => (place + n) % 3 === 0),
  },
  load: place % 20,
  lastAssignedAt: new Date(Date.parse(at) - place * 1000).toISOString(),
})

const conversationOf = (n: number): Conversation => ({
  ...{ v: 1, id: String(n), version: 1, anchor: `email:c${n}@example.com`, openedAt: at, openedBy: 'first' },
  ...{ title: 'a question', brand: 'default', department: 'service', team: 'service', status: 'open', since: at },
  ...{ priority: 'normal', tags: [], language: languages[n % 4] ?? 'en', channel: 'email', channels: ['email'] },
  ...{ contacts: 1, inbound: 1, lastAt: at, unanswered: [], references: [], topics: ['billing'] },
  ...{ switches: 0, repeats: 0, joined: [] },
})

const said =
  'I ordered a kettle from you and it still has not arrived. I have called twice and nobody could tell me anything. '

/** As long as the part of a text that is read. */
const contactOf = (n: number): Contact => ({
  ...{
    v: 1,
    id: String(n),
    source: 'support',
    channel: 'email',
    kind: 'mail',
    brand: 'default',
    department: 'service',
  },
  ...{ direction: 'inbound', occurredAt: at, receivedAt: at, revision: 0, to: [], attachments: [], evidence: [] },
  from: { identifier: { type: 'email', value: `c${n}@example.com` } },
  subject: `Order ${n}`,
  text: said.repeat(80),
  rawRef: { object: 'x', offset: 0, length: 1 },
})
