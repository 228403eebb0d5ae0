import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { tableDefinition } from '../../adapters/dynamodb/table-definition.ts'
import { referred, synthesized } from './synthesized.ts'

const prod = synthesized('prod')

describe('the table', () => {
  const [table] = prod.ofType('AWS::DynamoDB::Table')

  it('is one, on demand, encrypted by the rotated key, with recovery to any second, and protected', () => {
    prod.template.resourceCountIs('AWS::DynamoDB::Table', 1)
    prod.template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        DeletionProtectionEnabled: true,
      },
    })
    const [key] = prod.ofType('AWS::KMS::Key')
    expect(referred(table?.Properties.SSESpecification)).toEqual([key?.id])
    expect(key?.Properties.EnableKeyRotation).toBe(true)
    expect(key?.DeletionPolicy).toBe('Retain')
  })

  it('has the keys, indexes, expiry and stream of the plain-data definition, and no others', () => {
    const { partitionKey, sortKey, indexes, timeToLive, stream } = tableDefinition
    const keySchema = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ]
    const names = [partitionKey, sortKey, ...indexes.flatMap(index => [index.partitionKey, index.sortKey])]
    expect(table?.Properties).toMatchObject({
      KeySchema: keySchema(partitionKey, sortKey),
      GlobalSecondaryIndexes: indexes.map(index => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
      AttributeDefinitions: names.map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
      TimeToLiveSpecification: { AttributeName: timeToLive, Enabled: true },
      StreamSpecification: { StreamViewType: stream },
    })
  })

  it('may be deleted in stage local only', () => {
    const protection = (stage: 'local' | 'dev') =>
      synthesized(stage).ofType('AWS::DynamoDB::Table')[0]?.Properties.DeletionProtectionEnabled
    expect([protection('local'), protection('dev')]).toEqual([false, true])
  })
})

const bucketSchema = z.object({
  BucketEncryption: z.object({
    ServerSideEncryptionConfiguration: z.array(
      z.object({ ServerSideEncryptionByDefault: z.object({ SSEAlgorithm: z.string() }) }),
    ),
  }),
  PublicAccessBlockConfiguration: z.record(z.string(), z.boolean()),
})

describe('buckets', () => {
  const buckets = prod.ofType('AWS::S3::Bucket')
  const archive = buckets.find(bucket => JSON.stringify(bucket.Properties.LifecycleConfiguration).includes('results/'))
  const [intake] = buckets.filter(bucket => bucket.Properties.NotificationConfiguration !== undefined)

  it('are encrypted, closed to the public, and answer over TLS only', () => {
    expect(buckets.length).toBe(5)
    for (const bucket of buckets) {
      const { BucketEncryption, PublicAccessBlockConfiguration } = bucketSchema.parse(bucket.Properties)
      const algorithms = BucketEncryption.ServerSideEncryptionConfiguration.map(
        ({ ServerSideEncryptionByDefault }) => ServerSideEncryptionByDefault.SSEAlgorithm,
      )
      expect(algorithms).toEqual([bucket === intake || bucket === archive ? 'aws:kms' : 'AES256'])
      expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
      expect(bucket.DeletionPolicy).toBe('Retain')
      const policy = prod
        .ofType('AWS::S3::BucketPolicy')
        .find(one => referred(one.Properties.Bucket).includes(bucket.id))
      expect(JSON.stringify(policy)).toContain('"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"')
    }
  })

  it('the archive keeps no versions, so that a file that is written anew without somebody is all there is', () => {
    expect(archive?.Properties).toHaveProperty('BucketEncryption')
    expect(archive?.Properties).not.toHaveProperty('VersioningConfiguration')
  })

  it('the intake bucket keeps versions for a day and drops unfinished uploads', () => {
    expect(intake?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      LifecycleConfiguration: {
        Rules: [
          { NoncurrentVersionExpiration: { NoncurrentDays: 1 }, ExpiredObjectDeleteMarker: true, Status: 'Enabled' },
          { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' },
        ],
      },
    })
    expect(referred(intake?.Properties.BucketEncryption)).toEqual(prod.ofType('AWS::KMS::Key').map(key => key.id))
  })

  it('the intake bucket announces payloads to the record queue and files to the split queue, by prefix', () => {
    const queueNamed = (name: string) =>
      prod.ofType('AWS::SQS::Queue').find(queue => queue.Properties.QueueName === `throughline-prod-${name}`)?.id
    const announced = (prefix: string, queue: string | undefined) => ({
      Event: 's3:ObjectCreated:*',
      Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: prefix }] } },
      Queue: { 'Fn::GetAtt': [queue, 'Arn'] },
    })
    expect(intake?.Properties.NotificationConfiguration).toEqual({
      QueueConfigurations: [announced('payloads/', queueNamed('record')), announced('files/', queueNamed('split'))],
    })
  })

  it('the policies that let S3 announce exist before the bucket', () => {
    const open = prod
      .ofType('AWS::SQS::QueuePolicy')
      .filter(policy => JSON.stringify(policy).includes('s3.amazonaws.com'))
    expect(open.length).toBe(2)
    for (const policy of open) expect(intake?.DependsOn).toContain(policy.id)
  })
})

describe('secrets', () => {
  it('are two, named after the stage, and stay', () => {
    const secrets = prod.ofType('AWS::SecretsManager::Secret')
    expect(secrets.map(({ Properties }) => Properties.Name)).toEqual([
      'throughline/prod/sources',
      'throughline/prod/identity',
    ])
    for (const secret of secrets) expect(secret.DeletionPolicy).toBe('Retain')
  })

  it('the identity key is 64 characters of 0-9 and a-f', () => {
    const everyOtherLetter = 'ghijklmnopqrstuvwxyz'
    prod.template.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: {
        SecretStringTemplate: '{}',
        GenerateStringKey: 'key',
        PasswordLength: 64,
        ExcludeUppercase: true,
        ExcludePunctuation: true,
        ExcludeCharacters: everyOtherLetter,
        RequireEachIncludedType: false,
      },
    })
  })
})
