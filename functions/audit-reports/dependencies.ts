import { setTimeout as wait } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { currentReports } from '../../adapters/dynamodb/current-reports.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { recordedStreams } from '../../adapters/dynamodb/recorded-streams.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import type { NightlyDeps } from '../../core/report/audit-months.ts'
import { environment, setting } from '../kit/environment.ts'
import { log } from '../kit/log.ts'
import { factReads } from '../kit/reports.ts'

/** Longer than reports are behind what happens, unless an alarm says so. */
const settleMs = 20_000

/** Everything that audit-reports touches. */
export function dependencies(): NightlyDeps {
  const env = environment({ TABLE: setting, REPORTS_QUEUE_URL: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sqs = new SQSClient()
  const current = currentReports(table)
  return {
    reads: factReads(table),
    current,
    store: async () => (await current()).store,
    recorded: within => recordedStreams(table, within),
    queue: works => sendAll(sqs, env.REPORTS_QUEUE_URL, works),
    now: () => new Date().toISOString(),
    settle: () => wait(settleMs),
    tell: audited => log(audited.behind + audited.wrong > 0 ? 'ERROR' : 'INFO', 'reportsAudited', audited),
  }
}
