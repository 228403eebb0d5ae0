import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { callConnections, sendTo, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeConnectionPatterns } from '../wildcard-exceptions.ts'
import { BundledFunction } from './bundled-function.ts'
import type { LiveApi } from './live-api.ts'

export type LiveProps = { foundation: Foundation; live: LiveApi }

/** Lets consoles connect for live events, and hears what they ask for. */
export class LiveServer extends BundledFunction {
  constructor(scope: Construct, id: string, { foundation, live }: LiveProps) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'serve-live',
      description: 'Lets consoles connect for live events, subscribe and resume',
      environment: {
        TABLE: table.table.tableName,
        LIVE_CALLBACK_URL: live.callbackUrl,
        AUDIT_QUEUE_URL: queues.audit.queue.queueUrl,
      },
      statements: [
        ...useTable(table, ['GetItem', 'Query', 'PutItem', 'DeleteItem']),
        callConnections(live),
        sendTo(queues.audit.queue),
      ],
      memoryMegabytes: 1024,
      timeout: Duration.seconds(29),
      errorImpact: 'Consoles cannot connect for live events, subscribe or resume; they show what is there when asked.',
      runbook: 'serve-live-fails',
    })
    acknowledgeConnectionPatterns(this, live)
  }
}
