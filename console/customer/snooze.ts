export const snoozes = ['hour', 'tomorrow', 'week'] as const
export type Snooze = (typeof snoozes)[number]

/** When a conversation that is put off comes back: RFC 3339 UTC. Mornings begin at nine, where the reader is. */
export function snoozeUntil(snooze: Snooze, now: Date): string {
  const then = new Date(now)
  switch (snooze) {
    case 'hour':
      then.setHours(then.getHours() + 1)
      return then.toISOString()
    case 'tomorrow':
      then.setDate(then.getDate() + 1)
      break
    case 'week':
      then.setDate(then.getDate() + 7)
      break
    default:
      return snooze satisfies never
  }
  then.setHours(9, 0, 0, 0)
  return then.toISOString()
}
