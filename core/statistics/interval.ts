/** Between which bounds the true figure lies, were the like asked again and again, in 95 of 100 cases. */
export type Interval = { low: number; high: number }

/** The standard normal distribution's 97.5th percentile: 95 % of it lie within ± z. */
export const z = 1.959963984540054

const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))

/**
 * A share, 0 to 1, seen `hits` times in `n`: Wilson's score interval (Wilson 1927, "Probable inference, the law of
 * succession, and statistical inference"), which stays within 0 and 1 and serves few answers too. Undefined of none.
 */
export function shareInterval(hits: number, n: number): Interval | undefined {
  if (n <= 0) return undefined
  const share = hits / n
  const spread = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  return { low: within(0, middle - spread, share), high: within(share, middle + spread, 1) }
}

/**
 * A net promoter score, −100 to 100, with its interval: the adjusted Wald interval that adds three answers, three quarters
 * of one to the promoters and as much to the detractors (Rocks 2016, "Interval estimation for the net promoter score",
 * The American Statistician 70; explained at measuringu.com/nps-confidence-intervals). Undefined of no answer.
 */
export function promoterScore(
  promoters: number,
  detractors: number,
  n: number,
): { score: number; interval: Interval } | undefined {
  if (n <= 0) return undefined
  const [up, down] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)]
  const net = up - down
  const spread = z * Math.sqrt((up + down - net ** 2) / (n + 3))
  const interval = { low: within(-100, 100 * (net - spread), 100), high: within(-100, 100 * (net + spread), 100) }
  return { score: (100 * (promoters - detractors)) / n, interval }
}
