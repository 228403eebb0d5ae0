import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { identify } from '../../core/identity/identify.ts'
import { identityIds } from '../../core/identity/ids.ts'
import { readKnown } from '../../core/identity/known.ts'
import { append } from '../../core/timeline/append.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { startOnDisk } from '../../test/tables-on-disk.ts'
import { type Consumed, watchConsumption } from '../consumed.ts'
import type { Figure, Measure } from '../measure.ts'
import { prose } from './mails.ts'

/** By the engine's own account, which charges as AWS does. */
export const writeCapacity: Measure = {
  name: 'write-capacity',
  about: 'units and round trips to record a contact',
  run,
}

async function run(): Promise<Figure[]> {
  const { table, client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  const watch = watchConsumption(client)
  const ids = identityIds('0'.repeat(64))
  const identity = {
    store: identityStore(table, ids),
    ids,
    now: () => new Date().toISOString(),
    pause: async () => undefined,
  }
  const timeline = timelineStore(table, Date.now)
  const record = (contact: Contact) =>
    watch.since(async () => {
      const know = async () =>
        identify(identity, contact, await readKnown(contact, { ...identity, at: identity.now(), own: [] }))
      await Promise.all([append(timeline, contact), know()])
    })
  try {
    const first = await record(mail(1))
    const next = await record(mail(2))
    const second = await record(mail(3, 'bob', [phone(1)]))
    const third = await record(mail(4, 'carol', [phone(2), phone(3)]))
    return figures(first, next, second, third)
  } finally {
    await stop()
  }
}

function figures(first: Consumed, next: Consumed, second: Consumed, third: Consumed): Figure[] {
  return [
    {
      name: 'next contact of a known customer, 1 KB of text: write units',
      value: next.writeUnits,
      unit: 'WCU',
      reach: { most: 3 },
    },
    {
      name: 'next contact of a known customer, 1 KB of text: read units',
      value: next.readUnits,
      unit: 'RCU',
      reach: { most: 1 },
    },
    {
      name: 'next contact of a known customer: calls (two at a time)',
      value: next.calls,
      unit: 'calls',
      reach: { most: 3 },
    },
    {
      name: 'first contact of an unknown customer: write units',
      value: first.writeUnits,
      unit: 'WCU',
      reach: { most: 12 },
    },
    {
      name: 'second identifier in the same contact: further write units',
      value: second.writeUnits - first.writeUnits,
      unit: 'WCU',
      reach: { most: 8 },
    },
    {
      name: 'third identifier in the same contact: further write units',
      value: third.writeUnits - second.writeUnits,
      unit: 'WCU',
      reach: { most: 8 },
    },
  ]
}

const phone = (n: number): Identifier => ({ type: 'phone', value: `+44207946000${n}` })

const mail = (n: number, name = 'alice', shown: Identifier[] = []): Contact => {
  const author: Identifier = { type: 'email', value: `${name}@example.com` }
  return {
    v: 1,
    id: contactId('support', String(n)),
    ...{
      source: 'support',
      channel: 'email',
      kind: 'mail',
      brand: 'default',
      department: 'service',
      direction: 'inbound',
    },
    occurredAt: `2026-03-01T09:00:0${n}.000Z`,
    receivedAt: `2026-03-01T09:00:0${n}.000Z`,
    revision: 0,
    from: { identifier: author, name: 'Alice Archer' },
    to: [],
    subject: 'Where is my order?',
    text: prose(n, 1024),
    attachments: [],
    thread: { id: `<${n}.archer@example.com>`, references: [] },
    evidence: [
      { identifier: author, tier: 'T3', how: 'no-verdict' },
      ...shown.map(identifier => ({ identifier, tier: 'T3' as const, how: 'signature' })),
    ],
    rawRef: { object: `payloads/mail/support/2026-03-01/177235560${n}000-${'a'.repeat(32)}`, offset: 0, length: 2000 },
  }
}
