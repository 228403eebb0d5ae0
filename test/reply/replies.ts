import type { Reply } from '../../core/reply/reply.ts'

export const at = (seconds: number): string => new Date(Date.UTC(2026, 3, 1, 12) + seconds * 1000).toISOString()

/** A reply of anna's to alice by mail, with whatever a test cares about instead. */
export const reply = (differing: Partial<Reply> = {}): Reply => ({
  ...{ v: 1, id: 'a'.repeat(32), version: 1, purpose: 'reply', conversation: 'c'.repeat(32) },
  ...{ anchor: 'email:alice@example.com', brand: 'default', department: 'service', by: 'anna', actor: 'Anna (anna)' },
  route: {
    ...{ source: 'support', network: 'mail', form: 'mail', account: 'support@localhost' },
    ...{
      to: [{ identifier: { type: 'email', value: 'alice@example.com' } }],
      cc: [],
      references: ['first@example.com'],
    },
    inReplyTo: 'first@example.com',
  },
  content: { text: 'It is on its way.', subject: 'Re: Where is my order?', attachments: [] },
  ...{ createdAt: at(0), sendAt: at(10), nextAt: at(10), status: 'waiting', tries: 0 },
  ...differing,
})
