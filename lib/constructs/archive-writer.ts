import { Duration } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { readSecret, removeObjects, useTable, writeObjects } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import { BundledFunction } from './bundled-function.ts'

/** Writes the days of the archive that are behind: each hour, on one machine each minute. Never two at once. */
export class ArchiveWriter extends BundledFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, archive, secrets } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'write-archive',
      description: 'Writes the days of the archive that are behind the table',
      environment: {
        TABLE: table.table.tableName,
        ARCHIVE_BUCKET: archive.objects.bucketName,
        IDENTITY_SECRET: secrets.names.identity,
      },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'UpdateItem', 'DeleteItem']),
        ...writeObjects(archive, 'archive/*'),
        removeObjects(archive, 'archive/*'),
        readSecret(secrets.identity),
      ],
      memoryMegabytes: 2048,
      timeout: Duration.minutes(15),
      reservedConcurrency: 1,
      errorImpact:
        'Ad hoc queries do not see what came in last, and what was erased stays in the archive until it runs.',
      runbook: 'write-archive-fails',
    })
    acknowledgeObjectPatterns(this, archive.resource)
    const rule = new CfnRule(this, 'Regularly', {
      description: 'Calls write-archive',
      scheduleExpression: config.stage === 'local' ? 'rate(1 minute)' : 'rate(1 hour)',
      targets: [{ id: 'write-archive', arn: this.function.functionArn }],
    })
    new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    })
  }
}
