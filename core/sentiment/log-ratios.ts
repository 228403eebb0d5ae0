import { type Features, places } from './features.ts'
import { type Sentiment, sentiments } from './sentiment.ts'

/** How much of what naive Bayes says is believed at the start. */
const belief = 0.15
/** A feature is told from its labels and as many more that are divided as all features are: one seen once says little. */
const doubt = 3

/**
 * Weights to begin learning with: for each class the logarithm of how much more often a feature stands in its texts than
 * in all, a part of it. On short texts naive Bayes needs fewer labels than a regression, and the two together are righter
 * than either (Wang and Manning, "Baselines and Bigrams", ACL 2012).
 */
export function logRatios(examples: readonly { features: Features; sentiment: Sentiment }[]): Float32Array {
  const counts = new Float32Array(sentiments.length * places)
  const totals = sentiments.map(() => 0)
  for (const { features, sentiment } of examples) {
    const one = sentiments.indexOf(sentiment)
    totals[one] = (totals[one] ?? 0) + features.ids.length
    for (const id of features.ids) counts[one * places + id] = (counts[one * places + id] ?? 0) + 1
  }
  const all = totals.reduce((sum, total) => sum + total, 0)
  return weighed(
    counts,
    totals.map(total => total / Math.max(1, all)),
  )
}

function weighed(counts: Float32Array, shares: readonly number[]): Float32Array {
  const weights = new Float32Array(counts.length)
  for (let id = 0; id < places; id++) {
    const seen = shares.reduce((sum, _, one) => sum + (counts[one * places + id] ?? 0), 0)
    if (seen === 0) continue
    for (const [one, share] of shares.entries()) {
      if (share === 0) continue
      const rate = ((counts[one * places + id] ?? 0) + doubt * share) / (seen + doubt)
      weights[one * places + id] = belief * Math.log(rate / share)
    }
  }
  return weights
}
