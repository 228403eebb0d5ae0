import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import { askSentiment } from '../../adapters/bedrock/ask-sentiment.ts'
import { impatient } from '../../adapters/bedrock/converse.ts'
import { suggestNames } from '../../adapters/bedrock/suggest-names.ts'
import type { AskSentiment } from '../../core/sentiment/ask-sentiment.ts'
import { acceptedName, type SuggestNames } from '../../core/topic/suggest-names.ts'
import { errorFields, log } from './log.ts'

/** Names of topics by a foundation model of this region. Failures, and how many names are refused, are noted for operators. */
export function modelNames(modelId: string, client = new BedrockRuntimeClient(impatient)): SuggestNames {
  const suggest = noted('plainTopics', suggestNames(client, modelId))
  return async topics => {
    const names = await suggest(topics)
    const refused = topics.filter(topic => {
      const name = names.get(topic.id)
      return name !== undefined && acceptedName(name, topic) === undefined
    }).length
    if (refused > 0) log('WARN', 'plainTopics', { refused })
    return names
  }
}

/** How texts sound by a foundation model of this region. A failure is noted for operators. */
export const modelSentiment = (modelId: string, client = new BedrockRuntimeClient(impatient)): AskSentiment =>
  noted('plainSentiment', askSentiment(client, modelId))

const noted =
  <Given, Answer>(message: 'plainTopics' | 'plainSentiment', ask: (given: Given) => Promise<Answer>) =>
  async (given: Given): Promise<Answer> => {
    try {
      return await ask(given)
    } catch (error) {
      log('WARN', message, errorFields(error))
      throw error
    }
  }
