import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, Duration, Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Code, EventSourceMapping, Function as LambdaCode, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3'
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { ScheduleExpression, Schedule as SchedulerSchedule } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, test } from 'vitest'
import { readLocalApp } from '../../../local/template/local-app.ts'
import { tempDir } from '../temp-dir.ts'

/** Two stacks made by aws-cdk-lib itself, so that we read the shapes that it writes and not those we imagine. */
function synthesize(): string {
  const folder = tempDir()
  const code = join(folder, 'code')
  mkdirSync(code)
  writeFileSync(join(code, 'index.mjs'), 'export const handler = async event => event')
  const app = new App({ outdir: join(folder, 'out') })
  const data = new Stack(app, 'data')
  const main = new Stack(app, 'main')
  const queue = new Queue(data, 'Work', { deadLetterQueue: { queue: new Queue(data, 'Dead'), maxReceiveCount: 5 } })
  const bucket = new Bucket(data, 'Intake', { enforceSSL: true })
  bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(queue), { prefix: 'payloads/' })
  const key = { name: 'pk', type: AttributeType.STRING }
  const table = new TableV2(data, 'Timeline', {
    partitionKey: key,
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: 'expiresAt',
  })
  const environment = { TABLE: table.tableName, QUEUE_URL: queue.queueUrl }
  const record = new LambdaCode(main, 'Record', {
    functionName: 'main-record',
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset(code),
    environment,
  })
  bucket.grantPut(record, 'payloads/*')
  record.addEventSource(new SqsEventSource(queue, { batchSize: 5, reportBatchItemFailures: true }))
  const eventSourceArn = table.tableStreamArn ?? 'none'
  new EventSourceMapping(main, 'FromStream', {
    target: record,
    eventSourceArn,
    startingPosition: StartingPosition.LATEST,
  })
  const api = new HttpApi(main, 'Api')
  const authorizer = new HttpJwtAuthorizer('Jwt', 'https://issuer.example.com', { jwtAudience: ['console'] })
  api.addRoutes({
    path: '/v1/{proxy+}',
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration('Serve', record),
    authorizer,
  })
  new Rule(main, 'Often', { schedule: Schedule.rate(Duration.minutes(5)), targets: [new LambdaFunction(record)] })
  new SchedulerSchedule(main, 'Nightly', {
    schedule: ScheduleExpression.cron({ minute: '0', hour: '3' }),
    target: new LambdaInvoke(record, {}),
  })
  app.synth()
  return join(folder, 'out')
}

test('an app of aws-cdk-lib is read with its functions, routes, sources, tables, notifications and schedules', () => {
  const addresses = {
    aws: 'http://127.0.0.1:4566',
    publicUrl: 'http://127.0.0.1:4000',
    issuer: 'local',
    audience: 'local',
  }
  const app = readLocalApp(synthesize(), addresses)
  const record = app.functions.find(({ name }) => name === 'record')
  expect(record?.environment).toEqual({
    TABLE: app.tables[0]?.name,
    QUEUE_URL: expect.stringContaining('http://127.0.0.1:4566/000000000000/Work'),
  })
  expect(record?.statements.flatMap(({ actions }) => actions)).toContain('s3:PutObject')
  expect(app.routes).toMatchObject([{ key: 'ANY /v1/{proxy+}', function: 'record', signedIn: true }])
  expect(app.queueSources).toMatchObject([
    { function: 'record', queue: expect.stringMatching(/^Work/), batchSize: 5, partialFailures: true },
  ])
  expect(app.streamSources).toMatchObject([{ function: 'record', table: app.tables[0]?.name, fromBeginning: false }])
  expect(app.tables).toMatchObject([
    { timeToLive: 'expiresAt', create: { StreamSpecification: { StreamEnabled: true } } },
  ])
  expect(app.buckets).toMatchObject([{ notifications: [{ queue: app.queueSources[0]?.queue, prefix: 'payloads/' }] }])
  expect(app.schedules.map(({ expression, function: name }) => [expression, name])).toEqual([
    ['rate(5 minutes)', 'record'],
    ['cron(0 3 * * ? *)', 'record'],
  ])
})
