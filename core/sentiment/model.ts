import { coldStart } from './cold-start.ts'
import { cueCount } from './cues.ts'
import { type Features, places } from './features.ts'
import { type Judged, type Sentiment, sentiments } from './sentiment.ts'

const classes = sentiments.length

/**
 * A logistic regression over three classes: for each class the weights of hashed features, and of cues. `scale` divides
 * its scores, so that what it calls 80 % certain is right in 80 of 100 cases.
 */
export type Model = { hashed: Float32Array; cues: Float32Array; scale: number }

/**
 * How far each weight has been moved: the more, the smaller the next step (AdaGrad; Duchi and others, JMLR 12, 2011). They
 * begin above 0, so that a word seen once moves little.
 */
export type Learning = { model: Model; began: Float32Array; hashedSteps: Float32Array; cueSteps: Float32Array }

/** What is known before anything was learned: the cues alone. */
export const coldModel = (): Model => ({
  hashed: new Float32Array(classes * places),
  cues: Float32Array.from(sentiments.flatMap(one => coldStart[one])),
  scale: 1,
})

/** `began`: what is believed of hashed features before the first example. */
export const beginLearning = (began: Float32Array): Learning => ({
  model: { ...coldModel(), hashed: Float32Array.from(began) },
  began,
  hashedSteps: new Float32Array(classes * places).fill(5),
  cueSteps: new Float32Array(classes * cueCount).fill(1),
})

/** The scores of the classes, not yet divided by the model's scale. */
export function scoresOf({ hashed, cues }: Model, features: Features): number[] {
  return sentiments.map((_, one) => {
    let score = 0
    for (let at = 0; at < features.ids.length; at++)
      score += (hashed[one * places + (features.ids[at] ?? 0)] ?? 0) * (features.values[at] ?? 0)
    for (let at = 0; at < cueCount; at++) score += (cues[one * cueCount + at] ?? 0) * (features.cues[at] ?? 0)
    return score
  })
}

/** Softmax of scores that are divided by `scale`. */
export function likelihoods(scores: readonly number[], scale: number): number[] {
  const most = Math.max(...scores)
  const powers = scores.map(score => Math.exp((score - most) / scale))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map(power => power / sum)
}

/** The likeliest sentiment of a text by a model. */
export function judge(model: Model, features: Features): Judged {
  const all = likelihoods(scoresOf(model, features), model.scale)
  const certainty = Math.max(...all)
  return { sentiment: sentiments[all.indexOf(certainty)] ?? 'neutral', certainty }
}

const rate = 0.4
const cueRate = 0.3
/** How strongly weights are held to what they began with: a word seen once is not believed. */
const caution = 0.0001

/** Moves the weights by one example, which counts `weight` times. */
export function learn(learning: Learning, features: Features, truth: Sentiment, weight = 1): void {
  const { model, began, hashedSteps, cueSteps } = learning
  const all = likelihoods(scoresOf(model, features), 1)
  for (const [one, sentiment] of sentiments.entries()) {
    const error = weight * ((all[one] ?? 0) - (sentiment === truth ? 1 : 0))
    for (let at = 0; at < features.ids.length; at++) {
      const place = one * places + (features.ids[at] ?? 0)
      const value = features.values[at] ?? 0
      const drift = (model.hashed[place] ?? 0) - (began[place] ?? 0)
      move(model.hashed, hashedSteps, place, error * value + caution * drift, rate)
    }
    for (let at = 0; at < cueCount; at++)
      move(model.cues, cueSteps, one * cueCount + at, error * (features.cues[at] ?? 0), cueRate)
  }
}

function move(weights: Float32Array, steps: Float32Array, at: number, slope: number, speed: number): void {
  const step = (steps[at] ?? 0) + slope * slope
  steps[at] = step
  weights[at] = (weights[at] ?? 0) - (speed * slope) / Math.sqrt(step)
}
