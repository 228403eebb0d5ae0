import { fnv1a } from '../search/hash.ts'
import { seeded } from '../topic/seeded.ts'
import { type Features, featuresOf } from './features.ts'
import { logRatios } from './log-ratios.ts'
import { beginLearning, judge, learn, likelihoods, type Model, scoresOf } from './model.ts'
import { type Label, type Sentiment, sentiments } from './sentiment.ts'

/** A model with how right it was about labels that it had not seen. */
export type Trained = { model: Model; labels: number; accuracy: number; macroF1: number }

type Example = { features: Features; sentiment: Sentiment; fold: number }

const folds = 5
const rounds = 8
const balance = 0.45

/**
 * Learns from labels. Their order does not matter: they are brought into one of their own. Each fifth of them is judged
 * by a model that learned from the others: that is what `accuracy` and `macroF1` tell, and what its scale is set by.
 */
export function train(labels: readonly Label[]): Trained {
  const examples = ordered(labels)
  const judged = Array.from({ length: folds }, (_, fold) => judgedWithout(examples, fold)).flat()
  return {
    model: { ...learned(examples), scale: scaleFor(judged) },
    labels: examples.length,
    ...rightness(judged.map(({ scores, truth }) => ({ said: sentiments[best(scores)] ?? 'neutral', truth }))),
  }
}

/** By a hash of their ids, so that no run of like ones comes together; the last of one id counts. */
function ordered(labels: readonly Label[]): Example[] {
  const byId = new Map(labels.map(label => [label.id, label]))
  return [...byId.values()]
    .map(label => ({ label, key: fnv1a(label.id) }))
    .sort((a, b) => a.key - b.key || (a.label.id < b.label.id ? -1 : 1))
    .map(({ label, key }) => ({
      features: featuresOf(label.text, label.language),
      sentiment: label.sentiment,
      fold: key % folds,
    }))
}

/** The mean of what was learned after each round: what one example moved last counts no more than the others. */
function learned(examples: readonly Example[]): Model {
  const learning = beginLearning(logRatios(examples))
  const random = seeded(1)
  const weights = weightsOf(examples)
  const sum = {
    hashed: new Float32Array(learning.model.hashed.length),
    cues: new Float32Array(learning.model.cues.length),
  }
  for (let round = 0; round < rounds; round++) {
    const turn = examples.map(example => ({ example, key: random() })).sort((a, b) => a.key - b.key)
    for (const { example } of turn) learn(learning, example.features, example.sentiment, weights.get(example.sentiment))
    addTo(sum.hashed, learning.model.hashed)
    addTo(sum.cues, learning.model.cues)
  }
  return { hashed: sum.hashed.map(value => value / rounds), cues: sum.cues.map(value => value / rounds), scale: 1 }
}

function addTo(sum: Float32Array, values: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0)
}

/** Rare classes count a little more: nobody labels as many thanks as complaints. */
const weightsOf = (examples: readonly Example[]): Map<Sentiment, number> =>
  new Map(
    sentiments.map(one => {
      const count = 1 + examples.filter(({ sentiment }) => sentiment === one).length
      return [one, (examples.length / sentiments.length / count) ** balance]
    }),
  )

type Scored = { scores: number[]; truth: Sentiment }

function judgedWithout(examples: readonly Example[], fold: number): Scored[] {
  const model = learned(examples.filter(example => example.fold !== fold))
  return examples
    .filter(example => example.fold === fold)
    .map(({ features, sentiment }) => ({ scores: scoresOf(model, features), truth: sentiment }))
}

const best = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores))

/** The scale under which what was judged was least surprising, of a few. */
function scaleFor(judged: readonly Scored[]): number {
  const surprise = (scale: number) =>
    judged.reduce((sum, { scores, truth }) => {
      const likely = likelihoods(scores, scale)[sentiments.indexOf(truth)] ?? 0
      return sum - Math.log(Math.max(likely, 1e-9))
    }, 0)
  const scales = Array.from({ length: 20 }, (_, at) => 0.5 * 1.15 ** at)
  return (
    scales.map(scale => ({ scale, surprise: surprise(scale) })).sort((a, b) => a.surprise - b.surprise)[0]?.scale ?? 1
  )
}

/** The share that is right, and the mean over the classes of 2pr ÷ (p + r); a class that nobody said counts 0. */
export function rightness(judged: readonly { said: Sentiment | undefined; truth: Sentiment }[]): {
  accuracy: number
  macroF1: number
} {
  const count = (test: (one: (typeof judged)[number]) => boolean) => judged.filter(test).length
  const scores = sentiments.map(one => {
    const both = count(({ said, truth }) => said === one && truth === one)
    return (2 * both) / Math.max(1, count(({ said }) => said === one) + count(({ truth }) => truth === one))
  })
  return {
    accuracy: judged.length === 0 ? 0 : count(({ said, truth }) => said === truth) / judged.length,
    macroF1: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  }
}

/** How right a model is about labels that it did not learn from. */
export const rightnessOf = (model: Model, labels: readonly Label[]): { accuracy: number; macroF1: number } =>
  rightness(
    labels.map(({ text, language, sentiment }) => ({
      said: judge(model, featuresOf(text, language)).sentiment,
      truth: sentiment,
    })),
  )
