import { bucketOf, percentile, relativeError } from '../report/histogram.ts'
import { type Interval, promoterScore, shareInterval } from '../statistics/interval.ts'
import type { Measure } from './figure-spec.ts'
import { countOf, type Tally } from './tally.ts'

/** A figure: without a value there is nothing to tell it from. Without an interval it is exact. */
export type Measured = { value?: number; n: number; interval?: Interval }

/** A figure of what was counted. */
export function measured(measure: Measure, tally: Tally): Measured {
  switch (measure.type) {
    case 'count': {
      const n = countOf(tally, measure.of)
      return { value: n, n }
    }
    case 'unique': {
      const n = tally.counts.get(measure.of)
      return n === undefined ? { n: 0 } : { value: n, n }
    }
    case 'share':
      return shareOf(countOf(tally, measure.hits), countOf(tally, measure.among))
    case 'mean':
      return meanOf(countOf(tally, [measure.sum]), countOf(tally, measure.of))
    case 'percentile':
      return percentileOf(tally.buckets.get(measure.of), measure.share)
    case 'net': {
      const [plus, minus, neither] = [measure.plus, measure.minus, measure.neither].map(of => countOf(tally, of))
      return netOf(plus ?? 0, minus ?? 0, neither ?? 0)
    }
    default:
      return measure satisfies never
  }
}

/** Wilson's interval: see core/statistics. More hits than there are can only be counted wrong: it shows, without one. */
export function shareOf(hits: number, n: number): Measured {
  if (n <= 0) return { n: 0 }
  const interval = hits <= n ? shareInterval(hits, n) : undefined
  return { value: hits / n, n, ...(interval && { interval }) }
}

const meanOf = (sum: number, n: number): Measured => (n <= 0 ? { n: 0 } : { value: sum / n, n })

export function netOf(plus: number, minus: number, neither: number): Measured {
  const n = plus + minus + neither
  const score = promoterScore(plus, minus, n)
  return score === undefined ? { n: 0 } : { value: score.score, n, interval: around(score.score, score.interval) }
}

/** The adjusted interval of few answers can lie beside the plain score: it is widened to hold it. */
const around = (value: number, { low, high }: Interval): Interval => ({
  low: Math.min(low, value),
  high: Math.max(high, value),
})

/** Durations are kept in buckets: the true percentile lies within the bucket's bounds, not far from its middle. */
function percentileOf(buckets: Map<number, number> | undefined, share: number): Measured {
  const n = [...(buckets ?? [])].reduce((sum, [, count]) => sum + count, 0)
  const value = buckets && percentile(buckets, share)
  if (value === undefined) return { n: 0 }
  const inFirst = bucketOf(value) === 0
  const high = value * (1 + relativeError)
  return { value, n, interval: inFirst ? { low: 0, high: 2 * value } : { low: value / (1 + relativeError), high } }
}
