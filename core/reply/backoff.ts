const second = 1000

/** The longest that a queue keeps a message back (SQS, DelaySeconds), and so the longest between two tries. */
export const longestWaitSeconds = 900

/** Afterwards a provider that takes nothing is given up, and a person asked. */
export const giveUpAfter = 24 * 3_600_000

const firstWait = 5 * second

/**
 * When to try again after so many tries: 5 s, doubled each time up to a quarter of an hour, or as long as the provider
 * asks for. Spread by up to a fifth, by the reply's own id, so that what failed together does not come back together.
 */
export function nextTry(now: string, tries: number, id: string, afterSeconds?: number): string {
  const doubled = firstWait * 2 ** Math.min(tries - 1, 10)
  const wait = Math.min(Math.max(doubled, (afterSeconds ?? 0) * second), longestWaitSeconds * second)
  const spread = (Number.parseInt(id.slice(0, 4), 16) / 0xffff) * 0.2 * wait
  return new Date(Date.parse(now) + Math.min(wait + spread, longestWaitSeconds * second)).toISOString()
}

/** The whole seconds that a queue keeps something back which is due at a time: rather too few than too many. */
export const secondsUntil = (dueAt: string, nowMs: number): number =>
  Math.min(Math.max(0, Math.floor((Date.parse(dueAt) - nowMs) / second)), longestWaitSeconds)
