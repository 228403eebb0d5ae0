import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { readStream, sendTo } from '../permissions.ts'
import type { Impact } from './alarms.ts'
import { alarmPeriod } from './alarms.ts'
import { BundledFunction, type FunctionProps } from './bundled-function.ts'
import type { TimelineTable } from './timeline-table.ts'

/** The beginnings of a partition key and a sort key. */
export type KeyPrefix = { pk: string; sk?: string }

export type StreamFunctionProps = FunctionProps & {
  table: TimelineTable
  /** Where Lambda notes the place of records that were given up; the records stay in the stream for a day. */
  failures: Queue
  late: Impact
  /** Beginnings of the keys whose changes it wants; all, when not given. The others do not even start it. */
  wants?: readonly KeyPrefix[]
}

/** Rings when changes wait longer than this, in milliseconds. */
const lateAfter = 5 * 60_000

/**
 * A function that reads the table's stream from its beginning. A failing batch is cut in two until the failing record
 * is alone, and given up after ten tries, so that one record cannot stop its shard for a day.
 */
export class StreamFunction extends BundledFunction {
  constructor(scope: Construct, id: string, { table, failures, late, wants, ...props }: StreamFunctionProps) {
    super(scope, id, { ...props, statements: [...readStream(table), sendTo(failures), ...props.statements] })
    new EventSourceMapping(this, 'FromStream', {
      target: this.function,
      eventSourceArn: table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(failures),
      ...(wants && { filters: beginningWith(wants) }),
    })
    const metric = this.function.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' })
    props.alarms.ring(`${props.name}-late`, { ...late, metric, above: lateAfter })
  }
}

/**
 * A filter for each beginning of a sort key: a mapping may have five, unless AWS is asked for more.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 */
function beginningWith(wants: readonly KeyPrefix[]) {
  const text = (...prefixes: string[]) => ({ S: prefixes.map(prefix => ({ prefix })) })
  return [...Map.groupBy(wants, ({ sk }) => sk)].map(([sk, alike]) => {
    const pk = text(...alike.map(one => one.pk))
    return FilterCriteria.filter({ dynamodb: { Keys: { pk, ...(sk !== undefined && { sk: text(sk) }) } } })
  })
}
