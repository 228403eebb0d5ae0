import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Foundation } from '../stacks/foundation.ts'
import { alarmPeriod } from './alarms.ts'
import type { ThroughlineApi } from './http-api.ts'
import type { WorkQueue } from './work-queue.ts'

export type OperationsProps = { foundation: Foundation; api: ThroughlineApi; functions: LambdaFunction[] }

/** One page that reads as the way of a contact: alarms, the doors, the queues, the functions, the table. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, { foundation, api, functions }: OperationsProps) {
    super(scope, id)
    const { config, alarms, queues, table } = foundation
    const work = [queues.record, queues.split, queues.audit]
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: `throughline-${config.stage}` })
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 4, alarms: alarms.all }))
    dashboard.addWidgets(
      graph('Requests', [api.api.metricCount(sum), api.api.metricClientError(sum), api.api.metricServerError(sum)]),
      graph('Waiting in queues', work.map(waiting)),
      graph('Oldest message (seconds)', work.map(oldest)),
    )
    dashboard.addWidgets(
      graph(
        'Errors',
        functions.map(one => one.metricErrors(sum)),
      ),
      graph(
        'Duration, 95th percentile (milliseconds)',
        functions.map(one => one.metricDuration(p95)),
      ),
      graph(
        'Invocations',
        functions.map(one => one.metricInvocations(sum)),
      ),
    )
    dashboard.addWidgets(
      graph(
        'Capacity consumed',
        ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map(name => table.table.metric(name, sum)),
      ),
      graph(
        'Throttled',
        ['ReadThrottleEvents', 'WriteThrottleEvents'].map(name => table.table.metric(name, sum)),
      ),
      graph(
        'Dead letters',
        work.map(({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible(most)),
      ),
    )
  }
}

const sum = { period: alarmPeriod, statistic: 'Sum' }
const most = { period: alarmPeriod, statistic: 'Maximum' }
const p95 = { period: alarmPeriod, statistic: 'p95' }

const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 8, height: 6 })
const waiting = ({ queue }: WorkQueue): IMetric => queue.metricApproximateNumberOfMessagesVisible(most)
const oldest = ({ queue }: WorkQueue): IMetric => queue.metricApproximateAgeOfOldestMessage(most)
