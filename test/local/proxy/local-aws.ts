import { Agent } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { onTestFinished } from 'vitest'
import { startDynoxide } from '../../../local/engines/dynoxide.ts'
import { startAws } from '../../../local/proxy/start-aws.ts'
import { TableSocket } from '../../../local/proxy/table-socket.ts'
import { readLocalApp } from '../../../local/template/local-app.ts'
import { tempDir } from '../temp-dir.ts'

/** "AWS" for one test, on real engines in a directory of its own; call `stop` to look at what a restart finds. */
export async function localAws(folder: string, dataDir = tempDir()) {
  const dynamo = await startDynoxide({ dataDir })
  const readApp = (aws: string) =>
    readLocalApp(folder, { aws, publicUrl: 'http://127.0.0.1:4000', issuer: 'local', audience: 'local' })
  const aws = await startAws({ dataDir, fsync: 'normal', dynamo, readApp, report: () => undefined })
  const stop = async () => {
    await aws.stop()
    await dynamo.stop()
  }
  onTestFinished(stop)
  return { ...aws, dataDir, stop, clientsOf: (name: string) => clientsOf(aws, dynamo.endpoint, name) }
}

type Aws = Awaited<ReturnType<typeof startAws>>

/** SDK clients with the credentials of a function of the app, or of the host. */
function clientsOf(aws: Aws, engine: string, name: string) {
  const plan = aws.app.functions.find(one => one.name === name)
  const credentials = plan ? aws.callers.issue(name, plan.statements) : aws.host
  const settings = { endpoint: aws.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 }
  return {
    credentials,
    s3: new S3Client({ ...settings, requestChecksumCalculation: 'WHEN_REQUIRED' }),
    checkedS3: new S3Client(settings),
    sqs: new SQSClient(settings),
    dynamodb: new DynamoDBClient({ ...settings, requestHandler: { httpAgent: tableAgent(aws, engine, name) } }),
    secrets: new SecretsManagerClient(settings),
  }
}

/** Reaches the table as the function's thread does. */
function tableAgent(aws: Aws, engine: string, name: string): Agent {
  const plan = aws.app.functions.find(one => one.name === name)
  const caller = { name, statements: plan?.statements ?? ('everything' as const), secretAccessKey: '' }
  const agent = new Agent({ keepAlive: true })
  agent.createConnection = () => new TableSocket(new URL(engine), needs => aws.callers.refusal(caller, needs))
  return agent
}
