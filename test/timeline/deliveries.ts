import fc from 'fast-check'
import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { append } from '../../core/timeline/append.ts'
import { remove } from '../../core/timeline/remove.ts'
import type { TimelineStore } from '../../core/timeline/timeline-store.ts'
import { alice, bob, mail } from './contacts.ts'

/** Something that arrives: a contact in one of its revisions or parts, an answer, or a deletion. */
export type Arrival = { contact: Contact } | { deletion: { contactId: string; deletedAt: string } }

const people: Identifier[] = [alice, bob, { type: 'phone', value: '+442079460001' }]
const instant = fc.integer({ min: 0, max: 9 }).map(minute => `2026-03-01T09:0${minute}:00.000Z`)
const person = fc.constantFrom(...people)
const name = fc.constantFrom('order', 'refund', 'login')
const text = fc.constantFrom('', 'where is it?', 'still waiting')

const inbound = fc
  .record({
    name,
    from: person,
    to: fc.uniqueArray(person, { maxLength: 2, selector: p => p.value }),
    at: instant,
    text,
    revision: fc.nat(2),
    received: instant,
  })
  .map(({ name, from, to, at, text, revision, received }) =>
    mail(name, {
      from: { identifier: from },
      to: to.map(identifier => ({ identifier })),
      occurredAt: at,
      receivedAt: received,
      text,
      revision,
    }),
  )

const leg = fc
  .record({ part: fc.constantFrom('a ringing', 'a done', 'b done'), at: instant, seconds: fc.nat(90), from: person })
  .map(({ part, at, seconds, from }) =>
    mail('a call', {
      part,
      from: { identifier: from },
      occurredAt: at,
      channel: 'phone',
      kind: 'call',
      text: '',
      call: { answered: seconds > 9, durationSeconds: seconds },
    }),
  )

const answer = fc.record({ to: name, at: instant }).map(({ to, at }) =>
  mail(`re: ${to}`, {
    direction: 'outbound',
    answers: mail(to).id,
    from: { identifier: { type: 'line', value: 'support' } },
    to: [],
    occurredAt: at,
  }),
)

const deletion = fc
  .record({ name, deletedAt: instant })
  .map(({ name, deletedAt }): Arrival => ({ deletion: { contactId: mail(name).id, deletedAt } }))

/** Arrivals in some order. Each delivery has a raw payload of its own, as real ones do. */
export const arrivals = fc
  .array(
    fc.oneof(
      { arbitrary: fc.oneof(inbound, leg, answer).map((contact): Arrival => ({ contact })), weight: 9 },
      deletion,
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map(all =>
    all.map((arrival, n) =>
      'contact' in arrival
        ? { contact: { ...arrival.contact, rawRef: { object: `raw ${n}`, offset: 0, length: 1 } } }
        : arrival,
    ),
  )

/** As the queue does it: what asks to be retried is tried again. */
export async function deliver(store: TimelineStore, arrival: Arrival): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      if ('contact' in arrival) await append(store, arrival.contact)
      else await remove(store, arrival.deletion)
      return
    } catch (error) {
      if (!(error instanceof RetryLater) || attempt > 200) throw error
      await new Promise(resolve => setTimeout(resolve, 1))
    }
  }
}

export const streams = [...people.map(({ type, value }) => `${type}:${value}`), 'line:support']
