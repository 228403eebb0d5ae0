import type { MentionCount, Panel } from '../../core/listening/listening.ts'

export const panel: Panel = {
  v: 1,
  id: 'spring',
  period: { from: '2026-03-01', until: '2026-05-31' },
  networks: ['x', 'facebook'],
  members: [
    { id: 'us', name: 'The Shop', own: true },
    { id: 'them', name: 'The Other Shop', own: false },
  ],
  lockedAt: '2026-02-20T10:00:00.000Z',
  lockedBy: 'mara',
}

export const count = (more: Partial<MentionCount> = {}): MentionCount => ({
  v: 1,
  panel: 'spring',
  day: '2026-03-02',
  network: 'x',
  member: 'us',
  mentions: 100,
  asOf: '2026-03-03T06:00:00.000Z',
  ...more,
})
