import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { readSecret, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { BundledFunction } from './bundled-function.ts'

/** The pages behind the signed links that customers get: surveys, and "this is me". */
export class CustomerPages extends BundledFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, secrets } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'serve-customer',
      description: 'Shows customers the page behind a signed link, and takes what they answer',
      environment: { TABLE: table.table.tableName, IDENTITY_SECRET: secrets.names.identity },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem']),
        readSecret(secrets.identity),
      ],
      memoryMegabytes: 512,
      timeout: Duration.seconds(15),
      errorImpact: 'Customers who follow a link to a survey, or to confirm who they are, see that it did not work.',
      runbook: 'serve-customer-fails',
    })
  }
}
