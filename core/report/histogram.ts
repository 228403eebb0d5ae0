/**
 * Durations are counted in buckets whose bounds grow by a fifth, so that any percentile can be told within a tenth, by
 * adding and taking back alone (the principle of DDSketch, https://arxiv.org/abs/1908.10693, section 2.2, with buckets
 * that are never collapsed). Bucket 0 holds all below 30 seconds.
 */
const growth = 1.2
const least = 30

/** The most by which a percentile is off, as a share of itself; below half a minute it is off by less than that. */
export const relativeError = Math.sqrt(growth) - 1

/** Half a year and all beyond it. */
export const lastBucket = 72

/** The bucket of a duration in seconds; nothing lasts less than no time. */
export const bucketOf = (seconds: number): number =>
  seconds < least ? 0 : Math.min(lastBucket, 1 + Math.floor(Math.log(seconds / least) / Math.log(growth)))

/** The seconds that stand for a bucket: its geometric middle. */
export const secondsOf = (bucket: number): number =>
  bucket === 0 ? least / 2 : least * growth ** (bucket - 1) * Math.sqrt(growth)

/** The duration in seconds below which that share (0 to 1) of what was counted lies; undefined of nothing. */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number | undefined {
  const sorted = [...counts].filter(([, n]) => n > 0).sort(([a], [b]) => a - b)
  const total = sorted.reduce((sum, [, n]) => sum + n, 0)
  let below = 0
  for (const [bucket, n] of sorted) {
    below += n
    if (below >= share * total) return secondsOf(bucket)
  }
  return undefined
}
