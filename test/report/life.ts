import type { Random } from '../../bench/world/random.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { type Action, act } from '../../core/conversation/act.ts'
import { linkIdentifiers } from '../../core/identity/link-identifiers.ts'
import { streamIdentifier } from '../../core/identity/member.ts'
import { findCustomer } from '../../core/identity/read-customer.ts'
import { unmerge } from '../../core/identity/unmerge.ts'
import { type ContactInsight, sentiments } from '../../core/report/facts.ts'
import { append } from '../../core/timeline/append.ts'
import { remove } from '../../core/timeline/remove.ts'
import { mail } from '../timeline/contacts.ts'
import type { Company } from './company.ts'

const dayMs = 86_400_000
const begins = Date.UTC(2026, 0, 1)

/** How many people write so many contacts in how many days; `jitter` (days) is how far they come out of order. */
export type Span = { people: number; days: number; contacts: number; jitter: number }

/** How a company lives: contacts of all kinds, some late, edited or deleted; matters settled; people merged and unmerged. */
export function makeLife(
  { world, insights, outcomes, waiting }: Company,
  random: Random,
  { people, days, contacts, jitter }: Span,
) {
  const sent: Contact[] = []
  let acts = 0
  const identifierOf = (person: number): Identifier =>
    random.weighted<Identifier>([
      [{ type: 'email', value: `person${person}@example.com` }, 5],
      [{ type: 'phone', value: `+4420794${String(60000 + person).padStart(6, '0')}` }, 3],
      [{ type: 'x', value: `${1000 + person}` }, 2],
    ])
  const instant = (ms: number): string => new Date(ms).toISOString()

  /** A contact of a person: every tenth says that it happened up to forty days before it came. */
  const contactAt = (name: string): Contact => {
    const received = begins + Math.floor(((sent.length / contacts) * days + random.next() * jitter) * dayMs)
    const occurred = received - (random.chance(0.1) ? Math.floor(random.next() * 40 * dayMs) : 1000)
    const from = identifierOf(random.below(people))
    const base = {
      ...{ id: contactId('world', name), occurredAt: instant(occurred), receivedAt: instant(received) },
      ...{ from: { identifier: from }, evidence: [], source: random.pick(['support', 'shop', 'line']) },
      ...{
        thread: { id: `${name}@example.com`, references: [] },
        text: random.pick(texts),
        department: random.pick(['service', 'sales']),
      },
    }
    if (from.type === 'phone') return mail(name, { ...base, channel: 'phone', kind: 'call', call: callOf(random) })
    if (from.type === 'x')
      return mail(name, { ...base, channel: 'social', kind: 'mention', social: { network: 'x', visibility: 'public' } })
    return mail(name, { ...base, ...(random.chance(0.3) && { language: random.pick(['en', 'de', 'pt-BR']) }) })
  }
  const answerTo = (name: string, question: Contact): Contact => {
    const at = Date.parse(question.occurredAt) + Math.floor(random.spread(60_000, 12 * dayMs))
    return mail(name, {
      ...{
        id: contactId('world', name),
        occurredAt: instant(at),
        receivedAt: instant(at + 1000),
        channel: question.channel,
      },
      ...{
        kind: question.channel === 'email' ? 'mail' : 'direct',
        direction: 'outbound',
        evidence: [],
        text: random.pick(answers),
      },
      ...{
        from: { identifier: { type: 'email', value: 'support@company.example' } },
        to: [question.from],
        answers: question.id,
      },
      ...{ thread: { id: `${name}@company.example`, references: [] }, agent: random.pick(['anna', 'ben']) },
    })
  }
  const record = async (contact: Contact) => {
    world.clock.now = contact.receivedAt
    await world.record(contact)
    if (!insights.has(contact.id)) insights.set(contact.id, insightOf(random))
  }
  /** A reader of texts learned something else of a contact, and says so. */
  const reread = async () => {
    if (sent.length === 0) return
    const { id } = random.pick(sent)
    const place = (await world.timeline.locate(id))?.place
    if (place === undefined) return
    insights.set(id, insightOf(random))
    waiting.reports.push({ v: 1, type: 'contact', contactId: id, ...place })
  }
  /** A contact more, however often it is delivered. */
  const contact = async () => {
    const question = random.chance(0.4) && sent.length > 0 ? random.pick(sent) : undefined
    const name = `contact ${acts++}`
    const one = question ? answerTo(name, question) : contactAt(name)
    if (!question) sent.push(one)
    for (let times = random.between(1, 3); times > 0; times--) await record(one)
  }
  const edit = async () => {
    if (sent.length === 0) return
    const one = random.pick(sent)
    await append(world.timeline, {
      ...one,
      revision: ++acts,
      text: random.pick(texts),
      brand: random.pick(['default', 'other']),
    })
  }
  const deletion = async () => {
    if (sent.length === 0) return
    await remove(world.timeline, { contactId: random.pick(sent).id, deletedAt: world.clock.now })
  }
  const merge = async () => {
    const [a, b] = [identifierOf(random.below(people)), identifierOf(random.below(people))]
    await linkIdentifiers(world.identity, a, b, { operationId: `merge ${acts++}`, by: 'anna' })
  }
  /** Takes somebody who has several identifiers apart again. */
  const split = async () => {
    for (let tries = 0; tries < 20 && sent.length > 0; tries++) {
      const record = await findCustomer(world.identity.store, random.pick(sent).from.identifier)
      const last = record?.members.at(-1)
      if (record === undefined || last === undefined || record.members.length < 2) continue
      await unmerge(world.identity, record.id, [streamIdentifier(last.stream)], {
        operationId: `unmerge ${acts++}`,
        by: 'anna',
      })
      return
    }
  }
  const settle = async () => {
    const conversation = sent.length === 0 ? undefined : await world.conversationOf(random.pick(sent))
    if (conversation === undefined) return
    world.clock.now = instant(Date.parse(conversation.lastAt) + Math.floor(random.spread(60_000, 20 * dayMs)))
    const by = { actor: 'anna' }
    const does = random.weighted<Action>([
      [{ do: 'status', status: 'resolved' }, 5],
      [{ do: 'assign', assignee: random.pick(['anna', 'ben', null]), team: random.pick(['care', 'sales']) }, 3],
      [{ do: 'hand-over', to: { assignee: 'ben' }, by: 'anna', reason: 'knows it', lines: [] }, 1],
      [{ do: 'status', status: 'spam' }, 0.2],
    ])
    await act(world.deps, conversation.id, does, by)
  }
  const outcome = async () => {
    const at = instant(begins + Math.floor(random.next() * days * dayMs))
    await outcomes.keep({
      ...{ v: 1, id: `order-${random.below(50)}`, kind: random.pick(['sale', 'refund', 'renewal']), occurredAt: at },
      ...{ identifier: identifierOf(random.below(people)), amount: { minor: random.below(10_000), currency: 'EUR' } },
      ...{ revision: acts++, recordedAt: at, recordedBy: 'shop' },
    })
  }
  /** What comes with a contact more, each thing about as often as its weight says. */
  const happen = async (mergeEvery: number) => {
    await contact()
    const rest: [() => Promise<void>, number][] = [
      [edit, 0.1],
      [deletion, 0.03],
      [settle, 0.3],
      [outcome, 0.05],
      [reread, 0.05],
      [merge, 1 / mergeEvery],
      [split, 1 / mergeEvery],
    ]
    for (const [one, chance] of rest) if (random.chance(chance)) await one()
  }
  return { happen }
}

const insightOf = (random: Random): ContactInsight => ({
  topic: random.pick(['delivery', 'refund', 'login']),
  sentiment: random.pick(sentiments),
})

const callOf = (random: Random): NonNullable<Contact['call']> => {
  const answered = random.chance(0.8)
  return { answered, durationSeconds: answered ? random.between(10, 900) : 0, queueSeconds: random.between(0, 300) }
}

const texts = [
  'My parcel 4471880 has not been delivered.',
  'I want my money back for order 4471881.',
  'I cannot log in with my address.',
  'Thank you, that was quick.',
]
const answers = ['We look into it.', 'We will send a new one by tomorrow.', 'Your refund is on its way.']
