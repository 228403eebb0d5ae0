import { RemovalPolicy } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { tableDefinition } from '../../adapters/dynamodb/table-definition.ts'
import { type Alarms, alarmPeriod } from './alarms.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

export type TimelineTableProps = { key: Key; alarms: Alarms; protect: boolean }

/** The one table, made from the same plain data as the local one. */
export class TimelineTable extends Construct {
  readonly table: Table
  readonly tableArn: string
  readonly streamArn: string
  readonly key: Key

  constructor(scope: Construct, id: string, { key, alarms, protect }: TimelineTableProps) {
    super(scope, id)
    this.key = key
    this.table = new Table(this, 'Table', {
      partitionKey: text(tableDefinition.partitionKey),
      sortKey: text(tableDefinition.sortKey),
      timeToLiveAttribute: tableDefinition.timeToLive,
      stream: StreamViewType[tableDefinition.stream],
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: protect,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const index of tableDefinition.indexes) this.addIndex(index)
    this.tableArn = this.table.tableArn
    this.streamArn = streamOf(this.table)
    this.watch(alarms)
  }

  private watch(alarms: Alarms): void {
    const throttles = (metricName: string) => this.table.metric(metricName, { period: alarmPeriod, statistic: 'Sum' })
    alarms.ring('table-throttles', {
      metric: new MathExpression({
        expression: 'FILL(reads, 0) + FILL(writes, 0)',
        label: 'throttled requests',
        period: alarmPeriod,
        usingMetrics: { reads: throttles('ReadThrottleEvents'), writes: throttles('WriteThrottleEvents') },
      }),
      above: 0,
      periods: 3,
      errorImpact: 'Timelines open slowly and contacts are recorded late; nothing is lost.',
      runbook: 'table-throttles',
    })
  }

  private addIndex(index: (typeof tableDefinition.indexes)[number]): void {
    this.table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType.ALL,
    })
  }
}

function streamOf(table: Table): string {
  if (table.tableStreamArn === undefined) throw new Error('The table has no stream: set stream in its definition')
  return table.tableStreamArn
}
