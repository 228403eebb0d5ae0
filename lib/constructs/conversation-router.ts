import { Duration } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { conversationKeys } from '../../adapters/dynamodb/keys.ts'
import { queryIndexes, readSecret, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { BundledFunction } from './bundled-function.ts'
import { followerTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

/** What both routers do with the table, and whose conversations they ask about. */
const statements = ({ table, secrets }: Foundation) => [
  ...useTable(table, [
    ...(['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] as const),
    'ConditionCheckItem',
  ]),
  queryIndexes(table, conversationKeys.rows.assignee),
  readSecret(secrets.identity),
]

const environment = ({ table, secrets }: Foundation) => ({
  TABLE: table.table.tableName,
  IDENTITY_SECRET: secrets.names.identity,
})

/** Gives conversations to people as they come, and what waits when people come. Few at once: they race for the same people. */
export class ConversationRouter extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'route-conversations',
      description: 'Gives conversations to the people who can answer them',
      queues: { Routing: queues.routing.queue },
      batchSize: 10,
      maxConcurrency: 2,
      environment: environment(foundation),
      statements: statements(foundation),
      memoryMegabytes: 1024,
      timeout: followerTimeout,
      errorImpact: 'New conversations are given to nobody; they wait in the queues of their teams.',
      runbook: 'route-conversations-fails',
    })
  }
}

/** Gives each minute what waits to those who got free. */
export class WaitingRouter extends BundledFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'route-waiting',
      description: 'Gives what waits to those who got free',
      environment: environment(foundation),
      statements: statements(foundation),
      memoryMegabytes: 1024,
      timeout: Duration.seconds(55),
      errorImpact: 'What waits for somebody to get free goes on waiting; new conversations are given to people.',
      runbook: 'route-waiting-fails',
    })
    const rule = new CfnRule(this, 'EachMinute', {
      description: 'Calls route-waiting each minute',
      scheduleExpression: 'rate(1 minute)',
      targets: [{ id: 'route-waiting', arn: this.function.functionArn }],
    })
    new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    })
  }
}
