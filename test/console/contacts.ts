import type { ContactOf } from '../../console/data/entries.ts'

/** A contact of alice on a timeline, as the API shows it. */
export const contact = (differing: Partial<ContactOf> = {}): ContactOf => ({
  type: 'contact',
  id: 'c1',
  sortAt: '2026-03-02T10:00:00.000Z',
  asserted: false,
  source: 'support',
  channel: 'email',
  kind: 'mail',
  brand: 'acme',
  department: 'service',
  direction: 'inbound',
  occurredAt: '2026-03-02T10:00:00.000Z',
  receivedAt: '2026-03-02T10:00:01.000Z',
  revision: 0,
  from: { identifier: { type: 'email', value: 'alice@example.com', display: 'alice@example.com' }, name: 'Alice' },
  to: [{ identifier: { type: 'email', value: 'support@example.com', display: 'support@example.com' } }],
  text: 'Where is my order?',
  attachments: [],
  evidence: [],
  ...differing,
})
