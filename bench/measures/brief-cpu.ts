import type { BriefContact, BriefInput } from '../../core/brief/brief.ts'
import { composeBrief } from '../../core/brief/compose.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { type Figure, type Measure, median, quantile } from '../measure.ts'

const entries = 500
const customers = 60
/** The first is warm-up. */
const rounds = 4
const start = Date.UTC(2026, 0, 1)
const hour = 3_600_000

/** The processor time of a brief, of entries that are read already. */
export const briefCpu: Measure = {
  name: 'brief-cpu',
  about: `processor time of a brief for a customer of ${entries} entries`,
  run: async () => figures(),
}

function figures(): Figure[] {
  const inputs = Array.from({ length: customers }, (_, customer) => inputOf(customer))
  const times: number[] = []
  for (let n = 0; n < customers * rounds; n++) {
    const input = inputs[n % customers] ?? inputOf(n)
    const before = process.cpuUsage()
    composeBrief(input)
    const { user, system } = process.cpuUsage(before)
    if (n >= customers) times.push((user + system) / 1000)
  }
  return [
    { name: `brief of ${entries} entries: median`, value: median(times), unit: 'ms CPU' },
    {
      name: `brief of ${entries} entries: 95th percentile`,
      value: quantile(times, 0.95),
      unit: 'ms CPU',
      reach: { most: 30 },
    },
  ]
}

/** Mails, messages, mentions and transcribed calls, answered every other time; everything differs from customer to customer. */
function inputOf(customer: number): BriefInput {
  const contacts = Array.from({ length: entries }, (_, n) => contactOf(customer, n)).reverse()
  return {
    now: new Date(start + (entries + 1) * hour).toISOString(),
    since: new Date(start).toISOString(),
    region: 'GB',
    contacts,
    matters: [],
  }
}

function contactOf(customer: number, n: number): BriefContact {
  const at = new Date(start + n * hour).toISOString()
  const { kind, channel, text } = shapes[n % shapes.length] ?? mail
  const isOutbound = n % 3 === 2
  return {
    asserted: n % 50 === 0,
    contact: {
      ...{ v: 1, id: `${customer}-${n}`, source: 'support', channel, kind, brand: 'default', department: 'service' },
      ...{ direction: isOutbound ? 'outbound' : 'inbound', occurredAt: at, receivedAt: at, revision: 0 },
      from: { identifier: { type: 'email', value: `person-${customer}@example.com` }, name: 'Alice Martin' },
      to: [],
      subject: `About order ${number(customer, n)}`,
      text: isOutbound ? answer(number(customer, n)) : text(number(customer, n), n),
      ...{ attachments: [], evidence: [], rawRef: { object: 'x', offset: 0, length: 1 } },
    },
  }
}

type Shape = Pick<Contact, 'kind' | 'channel'> & { text: (order: string, n: number) => string }

const number = (customer: number, n: number): string => `${4000 + ((customer * 31 + n) % 5000)}-${100 + (n % 900)}`

const mail: Shape = {
  kind: 'mail',
  channel: 'email',
  text: (order, n) =>
    `Hello,\n\nI ordered a kettle from you on ${1 + (n % 28)} March and it still has not arrived. I have called twice and nobody could tell me anything about it. The order number is ${order} and I paid £49.${10 + (n % 90)}. I already asked the neighbours and the courier, without success.\n\nCould you please let me know when it will be delivered? You can reach me on 020 7946 0${100 + (n % 900)}.\n\nBest regards,\nAlice Martin\n12 High Street, Leeds LS1 4AB`,
}

const shapes: readonly Shape[] = [
  mail,
  {
    kind: 'mention',
    channel: 'social',
    text: order => `@support still nothing about ${order}, this is ridiculous. Hello??`,
  },
  {
    kind: 'direct',
    channel: 'message',
    text: order => `Any news about order ${order}? My neighbour's order came last week.`,
  },
  {
    kind: 'call',
    channel: 'phone',
    text: order =>
      `Agent: How can I help?\nCustomer: My parcel is missing, I am really annoyed.\nAgent: May I have the order number?\nCustomer: ${order}\nAgent: Thank you, we are looking into it and will call you back within 2 days.`,
  },
  { kind: 'call', channel: 'phone', text: () => '' },
]

const answer = (order: string): string =>
  `Dear Alice,\n\nthank you for your message about order ${order}. We have asked the carrier and will write to you within 2 days. Could you please confirm your address?\n\nKind regards\nMia`
