import type { AskSentiment } from '../../core/sentiment/ask-sentiment.ts'
import type { SuggestNames } from '../../core/topic/suggest-names.ts'
import { once } from './once.ts'

/**
 * Names of topics by a foundation model. Its client is read when it is asked first, from a file of its own
 * (lib/bundling/later-parts.ts): most stages name no model.
 */
export function namesBy(modelId: string): SuggestNames {
  const loaded = once(async () => (await import('./model-insights.ts')).modelNames(modelId))
  return async topics => (await loaded())(topics)
}

/** How texts sound by a foundation model, whose client is read in the same way. */
export function sentimentBy(modelId: string): AskSentiment {
  const loaded = once(async () => (await import('./model-insights.ts')).modelSentiment(modelId))
  return async text => (await loaded())(text)
}
