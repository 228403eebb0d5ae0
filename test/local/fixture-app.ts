import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempDir } from './temp-dir.ts'

/** A function of a fixture: the text of its bundle and what its role allows. */
export type FixtureFunction = {
  bundle: string
  statements?: { Effect?: string; Action: string | string[]; Resource: unknown; Condition?: unknown }[]
  environment?: Record<string, unknown>
  timeout?: number
}

export const arnOf = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] })
export const underBucket = (id: string, path: string) => ({ 'Fn::Join': ['', [arnOf(id), `/${path}`]] })

/** What the fixtures share: a bucket that announces payloads to a queue with dead letters, a table with a stream. */
const foundation = {
  Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
  Work: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      QueueName: 'work',
      VisibilityTimeout: 6,
      RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 2 },
    },
  },
  Intake: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketName: 'intake',
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
          { AllowedOrigins: ['https://console.example.com'], AllowedMethods: ['PUT'], AllowedHeaders: ['*'] },
        ],
      },
    },
  },
  Timeline: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'timeline',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map(AttributeName => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'gsi1',
          KeySchema: [
            { AttributeName: 'gsi1pk', KeyType: 'HASH' },
            { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    },
  },
  Sources: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'throughline/local/sources' } },
  Identity: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'throughline/local/identity' } },
}

/** Writes a small app as `cdk synth` would; answers its folder. */
export function fixtureApp(
  functions: Record<string, FixtureFunction> = {},
  resources: Record<string, unknown> = {},
): string {
  const folder = tempDir()
  const files: Record<string, unknown> = {}
  const all: Record<string, unknown> = { ...foundation, ...resources }
  for (const [name, { bundle, statements = [], environment = {}, timeout = 10 }] of Object.entries(functions)) {
    mkdirSync(join(folder, `asset.${name}`))
    writeFileSync(join(folder, `asset.${name}`, 'index.mjs'), bundle)
    files[name] = { source: { path: `asset.${name}` }, destinations: { here: { objectKey: `${name}.zip` } } }
    all[`${name}Role`] = {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [{ PolicyDocument: { Statement: statements.map(one => ({ Effect: 'Allow', ...one })) } }],
      },
    }
    all[`${name}Function`] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        ...{
          FunctionName: `app-${name}`,
          Runtime: 'nodejs24.x',
          Handler: 'index.handler',
          Timeout: timeout,
          MemorySize: 256,
        },
        ...{ Code: { S3Key: `${name}.zip` }, Role: arnOf(`${name}Role`), Environment: { Variables: environment } },
      },
    }
  }
  writeFileSync(join(folder, 'app.template.json'), JSON.stringify({ Resources: all }))
  writeFileSync(join(folder, 'app.assets.json'), JSON.stringify({ files }))
  return folder
}
