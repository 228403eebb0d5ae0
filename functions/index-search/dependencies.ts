import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { insightStore } from '../../adapters/dynamodb/insight-store.ts'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import { sentimentStore } from '../../adapters/dynamodb/sentiment-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { topicStore } from '../../adapters/dynamodb/topic-store.ts'
import type { IndexContact } from '../../core/search/index-contact.ts'
import { keptModels } from '../../core/topic/kept-models.ts'
import type { TellContact } from '../../core/topic/tell-contact.ts'
import { environment, setting } from '../kit/environment.ts'
import { sentimentBy } from '../kit/insights-model.ts'
import { pause } from '../kit/pause.ts'

/** Everything that index-search touches. */
export function dependencies(): IndexContact & TellContact {
  const env = environment({ TABLE: setting, INSIGHTS_MODEL: setting.optional() })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sentiments = sentimentStore(table)
  const ask = env.INSIGHTS_MODEL === undefined ? undefined : sentimentBy(env.INSIGHTS_MODEL)
  return {
    index: tableSearchIndex({ table, now: Date.now, pause }),
    timeline: timelineStore(table, Date.now),
    insights: insightStore(table),
    sentiments,
    models: keptModels(topicStore(table), sentiments, Date.now, ask),
  }
}
