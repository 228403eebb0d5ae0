import type { TopicKind } from './topic-reads.ts'

/** How people word it, in English; the first that fits counts, so the plainer ones stand first. */
const wordings: readonly (readonly [TopicKind, RegExp])[] = [
  [
    'wish',
    /\b(?:would (?:be (?:great|nice|good)|love)|i(?:'d| would) like (?:to see|you to)|i wish|please add|feature request|could you (?:add|offer)|any plans? to)\b/i,
  ],
  [
    'objection',
    /\b(?:too (?:expensive|pricey|costly|much)|cheaper (?:at|from|elsewhere|than)|overpriced|can(?:'t|not) afford|not (?:sure|convinced)|competitors?|why should i (?:buy|pay|switch))\b/i,
  ],
  [
    'problem',
    /\b(?:(?:does|do|did|is|are|was|has|have|ca|wo)(?:n't|n’t| not)|cannot|broken?|fail(?:s|ed|ing)?|error|leak(?:s|ed|ing)?|missing|damaged|wrong|stuck|crash(?:es|ed|ing)?|stopped working|faulty)\b/i,
  ],
  ['question', /\?|^\s*(?:how|what|when|where|which|who|why|can|could|do|does|is|are)\b/i],
]

const kindOfText = (text: string): TopicKind | undefined => wordings.find(([, wording]) => wording.test(text))?.[0]

/**
 * What a topic mostly is, by how its typical contacts are worded: what at least half of them are. Undefined where they
 * differ, or say nothing of it; people's word goes before.
 */
export function topicKindOf(texts: readonly string[]): TopicKind | undefined {
  const counted = new Map<TopicKind, number>()
  for (const kind of texts.flatMap(text => kindOfText(text) ?? [])) counted.set(kind, (counted.get(kind) ?? 0) + 1)
  const [best] = [...counted].sort(([, a], [, b]) => b - a)
  return best !== undefined && best[1] * 2 >= texts.length ? best[0] : undefined
}
