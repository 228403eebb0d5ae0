import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { liveKeyPrefixes } from '../../adapters/dynamodb/keys.ts'
import { callConnections, useTable } from '../permissions.ts'
import { acknowledgeConnectionPatterns } from '../wildcard-exceptions.ts'
import type { LiveProps } from './live-server.ts'
import { StreamFunction } from './stream-function.ts'

/** Reads the table's stream, the second and last function to do so, and tells connected consoles what happened. */
export class LiveNotifier extends StreamFunction {
  constructor(scope: Construct, id: string, { foundation, live }: LiveProps) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'notify-console',
      description: 'Tells connected consoles what happened, and keeps it for those that come back',
      table,
      failures: queues.streamFailures,
      wants: liveKeyPrefixes,
      environment: { TABLE: table.table.tableName, LIVE_CALLBACK_URL: live.callbackUrl },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'DeleteItem']),
        callConnections(live),
      ],
      memoryMegabytes: 1024,
      timeout: Duration.seconds(30),
      errorImpact: 'Consoles hear late of what happened; after ten tries they do not hear of it until they load again.',
      runbook: 'notify-console-fails',
      late: {
        errorImpact: 'Consoles hear late of what happened; timelines and queues are complete when they are loaded.',
        runbook: 'notify-console-late',
      },
    })
    acknowledgeConnectionPatterns(this, live)
  }
}
