import { stemmer } from 'stemmer'
import { fnv1a } from '../search/hash.ts'
import { cuesOf } from './cues.ts'

/** Hashed features of a text have this many places; cues (core/sentiment/cues.ts) come behind them. */
export const places = 2 ** 16

/** What a text holds: places and what they weigh. */
export type Features = { ids: Int32Array; values: Float32Array; cues: Float32Array }

const mostTokens = 200
/** Words, emoticons and pictures. Numbers, addresses and handles tell nothing of a mood. */
const token = /\p{L}+(?:'\p{L}+)*|[:;=]-?[()DP/|]|<3|\p{Extended_Pictographic}|[!?]+/gu
const apart = /\S*@\S+|https?:\S+|\S*\d\S*/g

/** The features of a text: stemmed words, pairs of them, and runs of four characters. */
export function featuresOf(text: string, language: string | undefined): Features {
  const plain = text.slice(0, 4000).normalize('NFKC').replace(/[’`]/g, "'").replace(apart, ' ')
  const tokens = (plain.toLowerCase().match(token) ?? []).slice(0, mostTokens)
  const stems = tokens.map(one => stemmer(one.replaceAll("'", '')))
  const hashed = [
    ...block(stems, 1.2),
    ...block(
      stems.map((stem, at) => `${at === 0 ? '^' : stems[at - 1]} ${stem}`),
      0.7,
    ),
    ...block(gramsOf(` ${tokens.join(' ')} `), 0.7),
  ]
  return {
    ids: Int32Array.from(hashed, ([id]) => id),
    values: Float32Array.from(hashed, ([, value]) => value),
    cues: cuesOf(text, language),
  }
}

const gramLength = 4

const gramsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - gramLength + 1) }, (_, at) => `~${text.slice(at, at + gramLength)}`)

/** Each feature once, all of them together as long as `share`. */
function block(features: readonly string[], share: number): (readonly [id: number, value: number])[] {
  const once = new Set(features)
  return [...once].map(feature => [fnv1a(feature) % places, share / Math.sqrt(once.size)] as const)
}
