import { Duration, Stack } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { readSecret, sendMail, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { BundledFunction } from './bundled-function.ts'

export type DigestSenderProps = { foundation: Foundation; publicUrl: string }

/** Mails digests and views of reports when they are due. Four times an hour, since no zone's clocks differ by less. */
export class DigestSender extends BundledFunction {
  constructor(scope: Construct, id: string, { foundation, publicUrl }: DigestSenderProps) {
    const { config, alarms, table, secrets } = foundation
    const [identity, address] = senderOf(config)
    super(scope, id, {
      config,
      alarms,
      name: 'send-digests',
      description: 'Mails digests and views of reports to the colleagues who want them',
      environment: {
        TABLE: table.table.tableName,
        IDENTITY_SECRET: secrets.names.identity,
        PUBLIC_URL: publicUrl,
        DIGEST_FROM: address,
      },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem']),
        readSecret(secrets.identity),
        sendMail(Stack.of(scope), [identity]),
      ],
      memoryMegabytes: 1024,
      timeout: Duration.minutes(5),
      errorImpact:
        'Colleagues did not get a digest that they had asked for; the figures themselves are in the console.',
      runbook: 'send-digests-fails',
    })
    const rule = new CfnRule(this, 'EachQuarter', {
      description: 'Calls send-digests every quarter of an hour',
      scheduleExpression: 'cron(0/15 * * * ? *)',
      targets: [{ id: 'send-digests', arn: this.function.functionArn }],
    })
    new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    })
  }
}

/** The first identity of the stage, and the address that mails about reports come from: nobody reads answers to it. */
function senderOf({ sendingIdentities: [identity = 'localhost'] }: StageConfig): [string, string] {
  return [identity, identity.includes('@') ? identity : `throughline@${identity}`]
}
