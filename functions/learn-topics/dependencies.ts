import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { insightStore } from '../../adapters/dynamodb/insight-store.ts'
import { sentimentStore } from '../../adapters/dynamodb/sentiment-store.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { topicStore } from '../../adapters/dynamodb/topic-store.ts'
import { learnSentiment } from '../../core/sentiment/learn-sentiment.ts'
import { ratedLabels } from '../../core/sentiment/rated-labels.ts'
import { learnTopics } from '../../core/topic/learn-topics.ts'
import { environment, setting } from '../kit/environment.ts'
import { namesBy } from '../kit/insights-model.ts'

/** Everything that learn-topics touches. */
export function dependencies(): { learn: () => Promise<number> } {
  const env = environment({ TABLE: setting, INSIGHTS_MODEL: setting.optional() })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const now = () => new Date().toISOString()
  const surveys = surveyStore(table)
  const timeline = timelineStore(table, Date.now)
  const sentiments = sentimentStore(table)
  const model = env.INSIGHTS_MODEL === undefined ? {} : { suggestNames: namesBy(env.INSIGHTS_MODEL) }
  return {
    learn: async () => {
      const labels = await learnSentiment({ timeline, sentiments, rated: () => ratedLabels(surveys, now()), now })
      const topics = await learnTopics({
        timeline,
        insights: insightStore(table),
        topics: topicStore(table),
        now,
        ...model,
      })
      return labels + topics
    },
  }
}
