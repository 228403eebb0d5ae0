import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { ClockDeps } from '../../core/conversation/deps.ts'
import { clockDeps } from '../kit/clocks.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that fire-clocks touches. */
export const dependencies = (): ClockDeps =>
  clockDeps(dynamoTable(new DynamoDBClient(), environment({ TABLE: setting }).TABLE))
