import type { Sentiment } from './sentiment.ts'

/**
 * What the cues weigh before anything was learned, for each class, in the order of core/sentiment/cues.ts: a constant, sum,
 * mean, share below 0, any word weighed, question, exclamation, capitals, denials, length. Set by hand, in round numbers.
 */
export const coldStart: Record<Sentiment, readonly number[]> = {
  negative: [-0.5, -2, -1.5, 1, 0.2, -0.2, 0, 0.4, 1.3, 1],
  neutral: [0.9, 0, 0, 0, -0.5, 0.6, -0.3, 0, 0, 0],
  positive: [-0.2, 2, 2, -1, 0.2, -0.6, 0.5, 0, -0.7, -0.6],
}
