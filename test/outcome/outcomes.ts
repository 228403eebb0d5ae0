import type { Outcome } from '../../core/outcome/outcome.ts'

export const alice = { type: 'email', value: 'alice@example.com' } as const
export const bob = { type: 'phone', value: '+442079460123' } as const

export const sale = (more: Partial<Outcome> = {}): Outcome => ({
  v: 1,
  id: 'order-1',
  kind: 'sale',
  identifier: alice,
  occurredAt: '2026-03-02T10:00:00.000Z',
  amount: { minor: 1999, currency: 'GBP' },
  revision: 0,
  recordedAt: '2026-03-02T10:05:00.000Z',
  recordedBy: 'the shop',
  ...more,
})
