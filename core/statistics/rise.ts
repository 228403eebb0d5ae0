/** How often something was counted among all that was, in one period and in the one before it. */
export type Counts = { now: number; nowOf: number; before: number; beforeOf: number }

/** How much its share grew (1: not at all; Infinity: it was not there), and how likely as much would be by chance. */
export type Change = { ratio: number; p: number }

/**
 * Whether a share of all changed from one period to the next: the likelihood ratio G² (Dunning 1993, "Accurate methods
 * for the statistics of surprise and coincidence"), which holds for rare things too, as chi-squared of one degree of
 * freedom. Counts are taken as independent: count customers rather than their contacts.
 */
export function changeOf({ now, nowOf, before, beforeOf }: Counts): Change {
  if (nowOf <= 0 || beforeOf <= 0) return { ratio: 1, p: 1 }
  const pooled = (now + before) / (nowOf + beforeOf)
  const g =
    2 * (likelihood(now, nowOf, now / nowOf) + likelihood(before, beforeOf, before / beforeOf)) -
    2 * (likelihood(now, nowOf, pooled) + likelihood(before, beforeOf, pooled))
  const ratio = now === 0 && before === 0 ? 1 : now / nowOf / (before / beforeOf)
  return { ratio, p: errorFunctionComplement(Math.sqrt(Math.max(0, g) / 2)) }
}

/** Log likelihood of `hits` in `n` where each is a hit with this probability; nothing that never happens is asked for. */
function likelihood(hits: number, n: number, probability: number): number {
  const term = (count: number, chance: number) => (count === 0 ? 0 : count * Math.log(chance))
  return term(hits, probability) + term(n - hits, 1 - probability)
}

/**
 * Which of many tests still say something when all are looked at together: at most this share of those that are kept is
 * there by chance (Benjamini and Hochberg 1995, "Controlling the false discovery rate").
 */
export function discoveries<T extends { p: number }>(tested: readonly T[], falseShare = 0.05): T[] {
  const sorted = tested.toSorted((a, b) => a.p - b.p)
  const kept = sorted.findLastIndex(({ p }, rank) => p <= ((rank + 1) / sorted.length) * falseShare)
  return sorted.slice(0, kept + 1)
}

/** 1 − erf(x) for x ≥ 0, right to 1.5 · 10⁻⁷ (Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26). */
function errorFunctionComplement(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return polynomial * Math.exp(-(x ** 2))
}
