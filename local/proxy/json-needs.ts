import * as z from 'zod'
import { arnOf } from '../engines/account.ts'
import type { Need } from './access.ts'

const tableArn = (name: string): string => (name.startsWith('arn:') ? name : arnOf('dynamodb', `table/${name}`))

const tableSchema = z.looseObject({ TableName: z.string(), IndexName: z.string().optional() })
const batchSchema = z.looseObject({ RequestItems: z.record(z.string(), z.unknown()) })
const namedSchema = z.looseObject({ TableName: z.string() })
const transactionSchema = z.looseObject({ TransactItems: z.array(z.record(z.string(), namedSchema)) })

/** A transaction has no permission of its own: each of its items needs that of the single operation. */
const itemActions: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
}

/**
 * What a call of DynamoDB needs ("Actions, resources, and condition keys for Amazon DynamoDB", Service Authorization
 * Reference). Throws when the body is not a call of that operation.
 */
export function dynamoNeeds(operation: string, input: unknown): Need[] {
  switch (operation) {
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(batchSchema.parse(input).RequestItems).map(name => need(operation, tableArn(name)))
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transactionSchema
        .parse(input)
        .TransactItems.flatMap(item =>
          Object.entries(item).map(([kind, { TableName }]) => need(itemActions[kind] ?? kind, tableArn(TableName))),
        )
    default:
      return [need(operation, tableOrIndex(input))]
  }
}

const need = (operation: string, resource: string): Need => ({ action: `dynamodb:${operation}`, resource })

function tableOrIndex(input: unknown): string {
  const parsed = tableSchema.safeParse(input)
  if (!parsed.success) return '*'
  const { TableName, IndexName } = parsed.data
  return IndexName === undefined ? tableArn(TableName) : `${tableArn(TableName)}/index/${IndexName}`
}

const queueSchema = z.looseObject({ QueueUrl: z.string().optional(), QueueName: z.string().optional() })

/** What a call of SQS needs: a batch is authorized by the name of the single operation. */
export function queueNeeds(operation: string, input: unknown): Need[] {
  const parsed = queueSchema.safeParse(input)
  const name = parsed.success ? (parsed.data.QueueUrl?.split('/').at(-1) ?? parsed.data.QueueName) : undefined
  return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource: name === undefined ? '*' : arnOf('sqs', name) }]
}
