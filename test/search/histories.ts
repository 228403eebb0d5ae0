import fc from 'fast-check'
import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import type { Arrival } from '../timeline/deliveries.ts'

const carol: Identifier = { type: 'phone', value: '+442079460018' }
const people: { identifier: Identifier; name?: string; handle?: string }[] = [
  { identifier: alice, name: 'Alice Archer' },
  { identifier: alice, name: 'Álice Archér', handle: 'alice_a' },
  { identifier: bob, name: 'Bob van Dyck' },
  { identifier: bob },
  { identifier: carol, name: '王伟' },
]

const said = [
  'The kettle is broken, order INV-2026-00123.',
  'Wo bleibt mein Wasserkocher? Bestellung 4471 8820',
  'Please call me on 020 7946 0018 about the kettle',
  'order inv 2026 00123 arrived, thank you',
  'Ça marche: la bouilloire est réparée',
  '注文した湯沸かし器が壊れました 44718820',
  '',
]

const times = fc.integer({ min: 0, max: 5 }).map(month => `202${month}-03-01T09:00:00.000Z`)
const names = fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight')

const contact: fc.Arbitrary<Contact> = fc
  .record({
    name: names,
    from: fc.constantFrom(...people),
    to: fc.array(fc.constantFrom(...people), { maxLength: 1 }),
    text: fc.constantFrom(...said),
    subject: fc.option(fc.constantFrom('Kettle', 'Réclamation 4471-8820', 'Hello'), { nil: undefined }),
    at: times,
    revision: fc.nat(2),
    channel: fc.constantFrom('email' as const, 'web' as const),
  })
  .map(({ name, from, to, text, subject, at, revision, channel }) =>
    mail(name, { from, to, text, subject, occurredAt: at, receivedAt: at, revision, channel }),
  )

const deletion: fc.Arbitrary<Arrival> = names.map(name => ({
  deletion: { contactId: mail(name).id, deletedAt: '2026-04-01T00:00:00.000Z' },
}))

/** What arrives: contacts, later and earlier revisions of them from other people and times, deletions. */
export const history: fc.Arbitrary<Arrival[]> = fc
  .array(fc.oneof({ arbitrary: contact.map((found): Arrival => ({ contact: found })), weight: 6 }, deletion), {
    minLength: 1,
    maxLength: 14,
  })
  .map(all =>
    all.map((arrival, n) =>
      'contact' in arrival
        ? { contact: { ...arrival.contact, rawRef: { object: `raw ${n}`, offset: 0, length: 1 } } }
        : arrival,
    ),
  )

/** What people may type. */
export const typed = fc.constantFrom(
  'kettle',
  'KETTLE broken',
  'alice',
  'Arch',
  'archér alice',
  'alice_a',
  'van dyck',
  '王',
  '王伟',
  '湯沸かし器',
  'wasserkocher',
  'bouilloire reparee',
  'INV 2026-00123',
  'inv202600123',
  '44718820',
  '4471-8820',
  '+44 (0)20 7946 0018',
  '79460018',
  '020-7946-0018 kettle',
  'alice@example.com',
  'bob@example.com kettle',
  'the',
  'nothing like it',
)
