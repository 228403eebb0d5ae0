import { randomBytes } from 'node:crypto'
import { AthenaClient } from '@aws-sdk/client-athena'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { athenaEngine } from '../../adapters/athena/query-engine.ts'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { contentStore } from '../../adapters/dynamodb/content-store.ts'
import { currentReports } from '../../adapters/dynamodb/current-reports.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { insightStore } from '../../adapters/dynamodb/insight-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { queryStore } from '../../adapters/dynamodb/query-store.ts'
import { savedReportStore } from '../../adapters/dynamodb/saved-report-store.ts'
import { sentimentStore } from '../../adapters/dynamodb/sentiment-store.ts'
import { subscriptionStore } from '../../adapters/dynamodb/subscription-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { topicStore } from '../../adapters/dynamodb/topic-store.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import { topicReads } from '../../core/topic/topic-reads.ts'
import { environment, setting } from '../kit/environment.ts'
import type { ReportsDependencies } from './reports-dependencies.ts'

/** Everything that serve-reports touches. */
export function dependencies(): ReportsDependencies {
  const env = environment({
    TABLE: setting,
    AUDIT_QUEUE_URL: setting,
    ATHENA_WORKGROUP: setting,
    ARCHIVE_DATABASE: setting,
  })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sqs = new SQSClient()
  const topics = topicStore(table)
  return {
    campaigns: campaignStore(table),
    outcomes: outcomeStore(table),
    listening: listeningStore(table),
    content: contentStore(table),
    savedReports: savedReportStore(table),
    subscriptions: subscriptionStore(table),
    people: peopleStore(table),
    queries: {
      store: queryStore(table),
      engine: athenaEngine(new AthenaClient(), env.ATHENA_WORKGROUP, env.ARCHIVE_DATABASE),
    },
    currentReports: currentReports(table),
    topics: topicReads(topics),
    topicStore: topics,
    sentiments: sentimentStore(table),
    insights: insightStore(table),
    timeline: timelineStore(table, Date.now),
    audit: { send: records => sendAll(sqs, env.AUDIT_QUEUE_URL, records) },
    now: () => new Date().toISOString(),
    newId: () => randomBytes(16).toString('hex'),
  }
}
