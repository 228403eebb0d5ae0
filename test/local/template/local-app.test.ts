import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLocalApp } from '../../../local/template/local-app.ts'
import { tempDir } from '../temp-dir.ts'

const addresses = {
  aws: 'http://127.0.0.1:4566',
  publicUrl: 'http://127.0.0.1:4000',
  issuer: 'http://127.0.0.1:4000',
  audience: 'local',
}

/** Writes stacks as `cdk synth` would and reads them back; every stack knows the asset `code.zip`. */
function read(stacks: Record<string, unknown>) {
  const folder = tempDir()
  const assets = {
    files: { code: { source: { path: 'asset.code' }, destinations: { here: { objectKey: 'code.zip' } } } },
  }
  for (const [name, template] of Object.entries(stacks)) {
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template))
    writeFileSync(join(folder, `${name}.assets.json`), JSON.stringify(assets))
  }
  return { folder, app: readLocalApp(folder, addresses) }
}

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] })

const lambda = (name: string, more: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: `app-${name}`,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { S3Key: 'code.zip' },
    Role: arnOf('Role'),
    ...more,
  },
})

const role = { Type: 'AWS::IAM::Role', Properties: {} }

test('a function has its bundle, its environment with local names, its limits and the statements of its role', () => {
  const { app, folder } = read({
    app: {
      Resources: {
        Role: role,
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [{ Ref: 'Role' }],
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: { 'Fn::Join': ['', [arnOf('Intake'), '/payloads/*']] },
                },
              ],
            },
          },
        },
        OtherPolicy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [{ Ref: 'OtherRole' }],
            PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
          },
        },
        OtherRole: role,
        Intake: { Type: 'AWS::S3::Bucket' },
        Records: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'app-records' } },
        Keys: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'app/keys' } },
        Api: { Type: 'AWS::ApiGatewayV2::Api' },
        Record: lambda('record', {
          Timeout: 30,
          MemorySize: 512,
          Environment: {
            Variables: {
              BUCKET: { Ref: 'Intake' },
              QUEUE_URL: { Ref: 'Records' },
              SECRET: {
                'Fn::Select': [
                  0,
                  { 'Fn::Split': ['-', { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Keys' }] }] }] },
                ],
              },
              PUBLIC_URL: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] },
              // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes it
              WHERE: { 'Fn::Sub': '${AWS::Region} ${Intake.Arn} ${!once}' },
            },
          },
        }),
      },
    },
  })
  expect(app.functions).toEqual([
    {
      name: 'record',
      arn: 'arn:aws:lambda:us-east-1:000000000000:function:app-record',
      bundle: join(folder, 'asset.code'),
      handler: 'index.handler',
      environment: {
        BUCKET: 'intake',
        QUEUE_URL: 'http://127.0.0.1:4566/000000000000/app-records',
        SECRET: 'app/keys',
        PUBLIC_URL: 'http://127.0.0.1:4000',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: and this is what it makes of it
        WHERE: 'us-east-1 arn:aws:s3:::intake ${once}',
      },
      timeoutSeconds: 30,
      memoryMb: 512,
      reservedConcurrency: undefined,
      statements: [
        {
          allows: true,
          actions: ['s3:PutObject'],
          notActions: [],
          resources: ['arn:aws:s3:::intake/payloads/*'],
          notResources: [],
          conditional: false,
        },
      ],
    },
  ])
  expect(app.secretNames).toEqual(['app/keys'])
})

test('routes lead to functions and say where one must be signed in', () => {
  const route = (key: string, more: object = {}) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { RouteKey: key, Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] }, ...more },
  })
  const { app } = read({
    app: {
      Resources: {
        Role: role,
        Serve: lambda('serve'),
        Integration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: arnOf('Serve') } },
        Jwt: { Type: 'AWS::ApiGatewayV2::Authorizer' },
        Api: route('ANY /v1/{proxy+}', { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Jwt' } }),
        Health: route('GET /healthz', { AuthorizationType: 'NONE' }),
      },
    },
  })
  expect(app.routes).toEqual([
    { key: 'ANY /v1/{proxy+}', method: 'ANY', path: '/v1/{proxy+}', function: 'serve', signedIn: true, scopes: [] },
    { key: 'GET /healthz', method: 'GET', path: '/healthz', function: 'serve', signedIn: false, scopes: [] },
  ])
})

test('event sources carry their batches, limits and failure rules', () => {
  const mapping = (properties: object) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { FunctionName: { Ref: 'Record' }, ...properties },
  })
  const { app } = read({
    app: {
      Resources: {
        Role: role,
        Record: lambda('record'),
        Work: { Type: 'AWS::SQS::Queue' },
        Failures: { Type: 'AWS::SQS::Queue' },
        Timeline: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [], AttributeDefinitions: [] } },
        FromQueue: mapping({
          EventSourceArn: arnOf('Work'),
          BatchSize: 10,
          MaximumBatchingWindowInSeconds: 1,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ScalingConfig: { MaximumConcurrency: 2 },
          FilterCriteria: { Filters: [{ Pattern: '{"body":{"v":[1]}}' }] },
        }),
        FromStream: mapping({
          EventSourceArn: { 'Fn::GetAtt': ['Timeline', 'StreamArn'] },
          StartingPosition: 'TRIM_HORIZON',
          MaximumRetryAttempts: 10,
          BisectBatchOnFunctionError: true,
          DestinationConfig: { OnFailure: { Destination: arnOf('Failures') } },
        }),
        Off: mapping({ EventSourceArn: arnOf('Work'), Enabled: false }),
      },
    },
  })
  expect(app.queueSources).toEqual([
    {
      function: 'record',
      queue: 'Work',
      batchSize: 10,
      windowSeconds: 1,
      partialFailures: true,
      maximumConcurrency: 2,
      patterns: [{ body: { v: [1] } }],
    },
  ])
  expect(app.streamSources).toEqual([
    {
      ...{
        function: 'record',
        table: 'Timeline',
        batchSize: 100,
        windowSeconds: 0,
        partialFailures: false,
        patterns: [],
      },
      ...{ fromBeginning: true, retries: 10, bisect: true, failureQueue: 'Failures' },
    },
  ])
})

test('queues keep their attributes and their dead-letter queue', () => {
  const { app } = read({
    app: {
      Resources: {
        Dead: { Type: 'AWS::SQS::Queue' },
        Work: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            VisibilityTimeout: 180,
            SqsManagedSseEnabled: true,
            RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 5 },
          },
        },
      },
    },
  })
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:Dead',
    maxReceiveCount: 5,
  })
  expect(app.queues).toEqual([
    { name: 'Dead', attributes: {} },
    { name: 'Work', attributes: { VisibilityTimeout: '180', RedrivePolicy } },
  ])
})

test('a bucket announces by prefix, whether the template says so itself or through a custom resource', () => {
  const { app } = read({
    app: {
      Resources: {
        Work: { Type: 'AWS::SQS::Queue' },
        Own: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            NotificationConfiguration: {
              QueueConfigurations: [
                {
                  Event: 's3:ObjectCreated:*',
                  Queue: arnOf('Work'),
                  Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'payloads/' }] } },
                },
              ],
            },
            CorsConfiguration: {
              CorsRules: [
                {
                  AllowedOrigins: ['https://console.example.com'],
                  AllowedMethods: ['PUT'],
                  AllowedHeaders: ['content-type'],
                },
              ],
            },
          },
        },
        Other: { Type: 'AWS::S3::Bucket' },
        Custom: {
          Type: 'Custom::S3BucketNotifications',
          Properties: {
            BucketName: { Ref: 'Other' },
            NotificationConfiguration: {
              QueueConfigurations: [
                {
                  Events: ['s3:ObjectCreated:Put'],
                  QueueArn: arnOf('Work'),
                  Filter: { Key: { FilterRules: [{ Name: 'suffix', Value: '.csv' }] } },
                },
              ],
            },
          },
        },
      },
    },
  })
  expect(app.buckets).toEqual([
    {
      name: 'own',
      notifications: [{ queue: 'Work', events: ['s3:ObjectCreated:*'], prefix: 'payloads/', suffix: '' }],
      cors: [{ origins: ['https://console.example.com'], methods: ['PUT'], headers: ['content-type'] }],
    },
    {
      name: 'other',
      notifications: [{ queue: 'Work', events: ['s3:ObjectCreated:Put'], prefix: '', suffix: '.csv' }],
      cors: [],
    },
  ])
})

test('what one stack exports another can import, and resources that do not run here may use anything', () => {
  const { app } = read({
    first: {
      Resources: { Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } } },
      Outputs: { Out: { Value: { Ref: 'Work' }, Export: { Name: 'first:work' } } },
    },
    second: {
      Resources: {
        Role: role,
        Serve: lambda('serve', { Environment: { Variables: { QUEUE_URL: { 'Fn::ImportValue': 'first:work' } } } }),
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Threshold: { 'Fn::FindInMap': ['a', 'b', 'c'] } } },
      },
    },
  })
  expect(app.functions[0]?.environment).toEqual({ QUEUE_URL: 'http://127.0.0.1:4566/000000000000/work' })
})

test('a folder without templates is named', () => {
  expect(() => readLocalApp('/nowhere', addresses)).toThrow(/no \*\.template\.json in \/nowhere/)
})
