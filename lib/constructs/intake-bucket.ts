import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type CorsRule,
  HttpMethods,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { AccessLogBucket } from './access-log-bucket.ts'

export type IntakeBucketProps = { config: StageConfig; key: Key; recordQueue: Queue; splitQueue: Queue }

/**
 * Where every payload lands before anything reads it. An object under `payloads/` is announced to the record queue, one
 * under `files/` to the split queue. A replaced or deleted object is gone after a day, so that an erasure is complete.
 */
export class IntakeBucket extends Construct {
  readonly objects: Bucket
  readonly resource: CfnBucket
  readonly key: Key

  constructor(scope: Construct, id: string, { config, key, recordQueue, splitQueue }: IntakeBucketProps) {
    super(scope, id)
    this.key = key
    this.objects = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      lifecycleRules: lifecycle(config.rawPayloadDays),
      cors: [uploads],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.resource = resourceOf(this.objects)
    this.resource.loggingConfiguration = new AccessLogBucket(this, 'AccessLogs').receiveFrom(this.objects)
    this.announce({ 'payloads/': recordQueue, 'files/': splitQueue })
  }

  /**
   * Notifications as a property of the bucket, not by the custom resource of aws-cdk-lib, whose function may change
   * every bucket of the account (docs/decisions/0042-bucket-notifications.md).
   */
  private announce(queues: Record<string, Queue>): void {
    this.resource.notificationConfiguration = {
      queueConfigurations: Object.entries(queues).map(([prefix, queue]) => ({
        event: 's3:ObjectCreated:*',
        filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } },
        queue: queue.queueArn,
      })),
    }
    for (const queue of Object.values(queues)) {
      queue.addToResourcePolicy(announceInto(queue))
      this.objects.node.addDependency(queue)
    }
  }
}

/** Held to the account, not to the bucket: the policy must exist before the bucket that S3 checks it for. */
const announceInto = (queue: Queue): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('s3.amazonaws.com')],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(queue).account } },
  })

function lifecycle(rawPayloadDays: number | undefined): LifecycleRule[] {
  const expiry =
    rawPayloadDays === undefined ? [] : [{ id: 'raw-retention', expiration: Duration.days(rawPayloadDays) }]
  return [
    { id: 'replaced-or-deleted', noncurrentVersionExpiration: Duration.days(1), expiredObjectDeleteMarker: true },
    { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ...expiry,
  ]
}

/** Any page: what it needs is an address that the API signed for one object (docs/decisions/0095-files-from-the-console.md). */
const uploads: CorsRule = {
  allowedMethods: [HttpMethods.PUT],
  allowedOrigins: ['*'],
  allowedHeaders: ['content-type'],
  maxAge: 3600,
}

function resourceOf(bucket: Bucket): CfnBucket {
  const resource = bucket.node.defaultChild
  if (resource instanceof CfnBucket) return resource
  throw new Error('aws-cdk-lib no longer makes a bucket of an AWS::S3::Bucket')
}
