import { coldModel } from '../../../core/sentiment/model.ts'
import type { Label } from '../../../core/sentiment/sentiment.ts'
import { rightnessOf, train } from '../../../core/sentiment/train.ts'
import { randomFor } from '../../world/random.ts'
import { airlineTweets } from '../sentiment/airline.ts'
import type { Suite } from '../suite.ts'
import { isForTuning } from '../topics/labelled.ts'

const repeats = 5
const sizes = [300, 3000]

/** How right the judgement of sentiment is, before anything was learned and after some labels. */
export const sentiment: Suite = {
  name: 'sentiment',
  about: 'sentiment of tweets to airlines: accuracy and macro-F1 without labels, after 300 and after 3,000',
  run: ({ seed, corpus }) => {
    const all = airlineTweets(corpus)
    if (all.length === 0)
      return { suite: 'sentiment', n: 0, metrics: {}, remarks: ['skipped: tweets to airlines are not in the corpus'] }
    const [tuning, held] = [true, false].map(part => all.filter(({ text }) => isForTuning(text) === part))
    return {
      suite: 'sentiment',
      n: held?.length ?? 0,
      metrics: { ...measured(held ?? [], seed, ''), ...measured(tuning ?? [], seed, 'tuning.') },
      remarks: [],
    }
  },
}

/** Learns from one half at most and is measured on the other, five times over other halves. */
function measured(labels: readonly Label[], seed: number, prefix: string): Record<string, number> {
  const cold = rightnessOf(coldModel(), labels)
  const metrics: Record<string, number> = { [`${prefix}cold.acc`]: cold.accuracy, [`${prefix}cold.f1`]: cold.macroF1 }
  for (const size of sizes) {
    if (size * 1.25 > labels.length) continue
    const runs = Array.from({ length: repeats }, (_, run) => learnedFrom(labels, size, seed * 100 + run))
    for (const name of ['acc', 'f1', 'told'] as const)
      metrics[`${prefix}l${size}.${name}`] = runs.reduce((sum, run) => sum + run[name], 0) / runs.length
  }
  return metrics
}

function learnedFrom(labels: readonly Label[], size: number, seed: number) {
  const random = randomFor(seed, 'sentiment')
  const keyed = labels.map(label => ({ label, key: random.next() })).sort((a, b) => a.key - b.key)
  const shuffled = keyed.map(({ label }) => label)
  const trained = train(shuffled.slice(0, size))
  const { accuracy, macroF1 } = rightnessOf(
    trained.model,
    shuffled.slice(Math.max(size, Math.floor(labels.length / 2))),
  )
  return { acc: accuracy, f1: macroF1, told: trained.accuracy }
}
