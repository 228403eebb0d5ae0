import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { archiveIndex } from '../../adapters/dynamodb/archive-index.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import { archivedReports } from '../../core/archive/contributions.ts'
import type { ProjectDeps } from '../../core/report/project.ts'
import { environment, setting } from '../kit/environment.ts'
import { pause } from '../kit/pause.ts'
import { factReads, keptGenerations } from '../kit/reports.ts'

/** Everything that project-reports touches. */
export function dependencies(): ProjectDeps {
  const env = environment({ TABLE: setting, REPORTS_QUEUE_URL: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sqs = new SQSClient()
  const [generations, index] = [keptGenerations(table), archiveIndex(table)]
  return {
    reads: factReads(table),
    generations: async () =>
      (await generations()).map(({ store, zone }) => ({ store: archivedReports(store, index, pause), zone })),
    queue: works => sendAll(sqs, env.REPORTS_QUEUE_URL, works),
    now: () => new Date().toISOString(),
    pause,
  }
}
