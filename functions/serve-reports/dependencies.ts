import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { currentReports } from '../../adapters/dynamodb/current-reports.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import { environment, setting } from '../kit/environment.ts'
import type { ReportsDependencies } from './reports-dependencies.ts'

/** Everything that serve-reports touches. */
export function dependencies(): ReportsDependencies {
  const env = environment({ TABLE: setting, AUDIT_QUEUE_URL: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sqs = new SQSClient()
  return {
    campaigns: campaignStore(table),
    outcomes: outcomeStore(table),
    listening: listeningStore(table),
    currentReports: currentReports(table),
    audit: { send: records => sendAll(sqs, env.AUDIT_QUEUE_URL, records) },
    now: () => new Date().toISOString(),
    newId: () => randomBytes(16).toString('hex'),
  }
}
