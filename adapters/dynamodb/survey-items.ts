import { itself } from '../../core/conversation/deps.ts'
import { mostMinutesAfter } from '../../core/survey/settings.ts'
import {
  type Resolution,
  ratedSchema,
  resolutionSchema,
  type Survey,
  type SurveyAnswer,
} from '../../core/survey/survey.ts'
import type { EventEntry } from '../../core/timeline/entry.ts'
import { surveyKeys } from './keys.ts'
import type { Item, Key, Write } from './table.ts'

const shards = 4
export const everyResolutionShard = Array.from({ length: shards }, (_, shard) => shard)

/** How entries name a rule that acted. */
const automation = 'automation:'

/** Longer than anybody may wait with asking; then nobody asks any more. */
const keptSeconds = mostMinutesAfter * 60 + 2 * 86_400

export const resolutionKey = ({ at, conversation }: Pick<Resolution, 'at' | 'conversation'>): Key =>
  surveyKeys.resolution(Number.parseInt(conversation.slice(-2), 16) % shards || 0, at, conversation)

/**
 * That somebody resolved a conversation, noted in the very write that tells its timeline so: whoever asks about it later
 * misses none. What no person resolved is asked about by nobody.
 */
export function resolutionWrites({ event }: EventEntry): Write[] {
  if (event.type !== 'status' || event.change !== 'status' || event.to !== 'resolved') return []
  if (event.actor === itself || event.actor.startsWith(automation)) return []
  const { conversation, at, actor } = event
  const resolution = resolutionSchema.parse({ v: 1, conversation, at, actor })
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptSeconds
  return [{ put: { ...resolution, ...resolutionKey(resolution), expiresAt } }]
}

export function ratedItem(survey: Survey, { score, at }: SurveyAnswer): Item {
  const rated = ratedSchema.parse({ ...survey, survey: survey.id, score, at })
  return { ...rated, ...surveyKeys.rated(at, survey.id) }
}
