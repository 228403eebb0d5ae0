import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import type { Identifier } from '../../core/contact/identifier.ts'

export const alice: Identifier = { type: 'email', value: 'alice@example.com' }
export const bob: Identifier = { type: 'email', value: 'bob@example.com' }

/** A mail from alice to the company, with whatever a test cares about instead. */
export function mail(name: string, differing: Partial<Contact> = {}): Contact {
  return {
    v: 1,
    id: contactId('support', name),
    source: 'support',
    channel: 'email',
    kind: 'mail',
    brand: 'default',
    department: 'service',
    direction: 'inbound',
    occurredAt: '2026-03-01T09:00:00.000Z',
    receivedAt: '2026-03-01T09:00:05.000Z',
    revision: 0,
    from: { identifier: alice, name: 'Alice' },
    to: [],
    subject: name,
    text: `about ${name}`,
    attachments: [],
    evidence: [{ identifier: alice, tier: 'T3', how: 'no-verdict' }],
    rawRef: { object: `payloads/mail/support/2026-03-01/1772355605000-${contactId(name)}`, offset: 0, length: 10 },
    ...differing,
  }
}
