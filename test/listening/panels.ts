import type { MentionCount, Panel } from '../../core/listening/listening.ts'
import type { MonthSum } from '../../core/listening/month-sum.ts'

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

/** What counts come to by month, network and member, added up here by hand. */
export function added(counts: readonly MentionCount[]): MonthSum[] {
  const sums = new Map<string, MonthSum>()
  for (const { day, network, member, mentions, positive, negative } of counts) {
    const period = day.slice(0, 7)
    const name = `${period} ${network} ${member}`
    const known = sums.get(name)
    const judged = positive === undefined && negative === undefined ? 0 : mentions
    sums.set(name, {
      ...{ period, network, member, mentions: (known?.mentions ?? 0) + mentions },
      ...{ positive: (known?.positive ?? 0) + (positive ?? 0), negative: (known?.negative ?? 0) + (negative ?? 0) },
      judged: (known?.judged ?? 0) + judged,
    })
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}
