import { denialsIn, weightsIn } from '../mood/mood.ts'

/** How many cues there are. */
export const cueCount = 10

/**
 * What can be told of a text's mood without having learned: by the lexicon of core/mood, and by how it is written. Each
 * is about 0 to 1 in size: a constant, the sum and mean of weights, the share below 0, whether any word weighed, a
 * question, an exclamation, words in capitals, words that deny, length.
 */
export function cuesOf(text: string, language: string | undefined): Float32Array {
  const weights = weightsIn(text.replace(/\S*@\S+|https?:\S+/g, ' '), language) ?? []
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const below = weights.filter(weight => weight < 0).length
  return Float32Array.of(
    1,
    Math.tanh(sum / 4),
    weights.length === 0 ? 0 : sum / weights.length / 3,
    weights.length === 0 ? 0 : below / weights.length,
    weights.length === 0 ? 0 : 1,
    text.includes('?') ? 1 : 0,
    text.includes('!') ? 1 : 0,
    /(?:^|\s)\p{Lu}{4}/u.test(text) ? 1 : 0,
    Math.min(1, denialsIn(text) / 2),
    Math.min(1, text.length / 140),
  )
}
