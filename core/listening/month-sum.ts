import * as z from 'zod'
import { listeningNameSchema, type MentionCount } from './listening.ts'

const sum = z.int().min(0)
const mentionsShape = { mentions: sum, positive: sum, negative: sum, judged: sum }

/** `judged`: the mentions of those counts that say how many were positive or negative. */
const mentionsSchema = z.object(mentionsShape)
export type Mentions = z.infer<typeof mentionsSchema>

/** What the counts of a member on a network come to in a month, written `2026-03`. */
export const monthSumSchema = z.object({
  period: z.string().regex(/^\d{4}-\d{2}$/, 'write a month like 2026-03'),
  network: listeningNameSchema,
  member: listeningNameSchema,
  ...mentionsShape,
})
export type MonthSum = z.infer<typeof monthSumSchema>

export const mentionsOf = ({
  mentions,
  positive,
  negative,
}: Pick<MentionCount, 'mentions' | 'positive' | 'negative'>): Mentions => ({
  mentions,
  positive: positive ?? 0,
  negative: negative ?? 0,
  judged: positive === undefined && negative === undefined ? 0 : mentions,
})

export function addUp(all: readonly Mentions[]): Mentions {
  const sum = { mentions: 0, positive: 0, negative: 0, judged: 0 }
  for (const { mentions, positive, negative, judged } of all) {
    sum.mentions += mentions
    sum.positive += positive
    sum.negative += negative
    sum.judged += judged
  }
  return sum
}
