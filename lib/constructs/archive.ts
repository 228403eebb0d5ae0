import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { type Column, type Dataset, datasetNames, datasets, firstDay, storedName } from '../../core/archive/datasets.ts'
import type { StageConfig } from '../config/schema.ts'
import { AccessLogBucket } from './access-log-bucket.ts'

/** What a query may read before Athena stops it: the whole archive of a company of millions of contacts. */
const mostBytesScanned = 10_000_000_000

/**
 * The archive: its bucket, the tables over its files, and the workgroup that queries run in. Not versioned: a file that
 * is replaced is gone, so that an erasure is complete, and any can be written anew from the table. Answers of queries lie
 * in it for a day.
 */
export class Archive extends Construct {
  readonly objects: Bucket
  readonly resource: CfnBucket
  readonly key: Key
  readonly database: string
  readonly workGroup: string

  constructor(scope: Construct, id: string, { config, key }: { config: StageConfig; key: Key }) {
    super(scope, id)
    this.key = key
    this.objects = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      lifecycleRules: [
        { id: 'answers-of-queries', prefix: 'results/', expiration: Duration.days(1) },
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.resource = resourceOf(this.objects)
    this.resource.loggingConfiguration = new AccessLogBucket(this, 'AccessLogs').receiveFrom(this.objects)
    this.database = `throughline_${config.stage}_archive`
    this.workGroup = `throughline-${config.stage}`
    this.addTables()
    this.addWorkGroup()
  }

  /** The ARNs that a query of all tables is authorized by. */
  get catalogArns(): string[] {
    const stack = Stack.of(this)
    const glue = (resource: string, resourceName?: string) =>
      stack.formatArn({ service: 'glue', resource, ...(resourceName !== undefined && { resourceName }) })
    const tables = datasetNames.map(dataset => glue('table', `${this.database}/${storedName(dataset)}`))
    return [glue('catalog'), glue('database', this.database), ...tables]
  }

  get workGroupArn(): string {
    return Stack.of(this).formatArn({ service: 'athena', resource: 'workgroup', resourceName: this.workGroup })
  }

  /**
   * Days are found by projection, so no crawler and no partition is ever added.
   * https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
   */
  private addTables(): void {
    const catalogId = Stack.of(this).account
    const database = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: this.database, description: 'The archive of Throughline' },
    })
    for (const dataset of datasetNames) {
      const tableInput = this.tableInput(dataset, datasets[dataset])
      const table = new CfnTable(this, `Table-${dataset}`, { catalogId, databaseName: this.database, tableInput })
      table.addResourceDependency(database)
    }
  }

  private tableInput(dataset: Dataset, { columns, about }: { columns: readonly Column[]; about: string }) {
    const location = `s3://${this.objects.bucketName}/archive/${dataset}/`
    return {
      name: storedName(dataset),
      description: about,
      tableType: 'EXTERNAL_TABLE',
      partitionKeys: [{ name: 'day', type: 'date' }],
      parameters: {
        classification: 'parquet',
        'projection.enabled': 'true',
        'projection.day.type': 'date',
        'projection.day.format': 'yyyy-MM-dd',
        'projection.day.range': `${firstDay},NOW+2DAYS`,
        'storage.location.template': `${location}day=\${day}/`,
      },
      storageDescriptor: {
        location,
        columns: columns.map(({ name, type, about: comment }) => ({ name, type: glueType(type), comment })),
        inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
      },
    }
  }

  private addWorkGroup(): void {
    new CfnWorkGroup(this, 'WorkGroup', {
      name: this.workGroup,
      description: 'Ad hoc queries over the archive of Throughline',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: mostBytesScanned,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${this.objects.bucketName}/results/`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: this.key.keyArn },
        },
      },
    })
  }
}

/** https://docs.aws.amazon.com/athena/latest/ug/data-types.html */
function glueType(type: Column['type']): string {
  switch (type) {
    case 'text':
      return 'string'
    case 'whole':
      return 'bigint'
    case 'number':
      return 'double'
    case 'truth':
      return 'boolean'
    case 'time':
      return 'timestamp'
    default:
      return type satisfies never
  }
}

function resourceOf(bucket: Bucket): CfnBucket {
  const resource = bucket.node.defaultChild
  if (resource instanceof CfnBucket) return resource
  throw new Error('aws-cdk-lib no longer makes a bucket of an AWS::S3::Bucket')
}
