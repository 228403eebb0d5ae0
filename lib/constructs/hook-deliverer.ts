import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { sendTo, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { alarmPeriod } from './alarms.ts'
import { followerTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

/** On one machine the systems that are told stand on the same one; everywhere else such addresses are refused. */
export const loopbackHooks = ({ stage }: Pick<StageConfig, 'stage'>): Record<string, string> =>
  stage === 'local' ? { LOOPBACK_HOOKS: 'allowed' } : {}

/** Tells other systems what happened, again and again for a day where they do not answer. */
export class HookDeliverer extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'deliver-hook',
      description: 'Tells the webhooks of other systems what happened',
      queues: { Hooks: queues.hooks.queue },
      batchSize: 10,
      maxConcurrency: 20,
      environment: {
        TABLE: table.table.tableName,
        HOOKS_QUEUE_URL: queues.hooks.queue.queueUrl,
        ...loopbackHooks(config),
      },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem']),
        sendTo(queues.hooks.queue),
      ],
      memoryMegabytes: 512,
      timeout: followerTimeout,
      errorImpact: 'Other systems are not told what happens here; after five tries what failed is set aside.',
      runbook: 'deliver-hook-fails',
    })
    this.noticeSwitchedOff(foundation)
  }

  /** The function says so in its log, in fixed words; nobody else would know that a webhook is silent. */
  private noticeSwitchedOff({ alarms, config }: Foundation): void {
    const filter = new MetricFilter(this, 'SwitchedOff', {
      logGroup: this.function.logGroup,
      metricNamespace: 'Throughline',
      metricName: `hooks-switched-off-${config.stage}`,
      filterPattern: FilterPattern.literal('"a webhook was switched off"'),
      metricValue: '1',
    })
    alarms.ring('hook-switched-off', {
      metric: filter.metric({ period: alarmPeriod, statistic: 'Sum' }),
      above: 0,
      errorImpact: 'Another system is told nothing any more: it failed for a day, or said that it is gone.',
      runbook: 'hook-switched-off',
    })
  }
}
