import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { batchGetAll, batchPutAll } from './batch.ts'
import { gatheredReads } from './gathered-reads.ts'
import type { Condition, Item, Key, Put, Range, Table, Transaction, Write } from './table.ts'

type Attributes = Record<string, AttributeValue>

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() })
const readItem = (attributes: Attributes): Item => itemSchema.parse(unmarshall(attributes))
const writeItem = (item: Item): Attributes => marshall(item, { removeUndefinedValues: true })
const writeKey = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } })

/**
 * The table on DynamoDB. Throttling and time-outs are retried by the SDK; conditions that do not hold and transactions
 * that conflict are answers, everything else throws.
 */
export function dynamoTable(client: DynamoDBClient, name: string): Table {
  const read = gatheredReads(keys => batchGetAll(client, name, keys, false))
  const readConsistent = gatheredReads(keys => batchGetAll(client, name, keys, true))
  return {
    get: async (key, consistent = false) => {
      const command = new GetItemCommand({ TableName: name, Key: writeKey(key), ConsistentRead: consistent })
      const { Item: found } = await client.send(command)
      return found && readItem(found)
    },
    batchGet: async (keys, consistent = false) =>
      (await (consistent ? readConsistent : read)(keys.map(writeKey))).map(readItem),
    put: (item, when) => put(client, name, item, when),
    putAll: items => batchPutAll(client, name, items.map(writeItem)),
    remove: async key => {
      await client.send(new DeleteItemCommand({ TableName: name, Key: writeKey(key) }))
    },
    transact: writes => transact(client, name, writes),
    query: range => query(client, name, range),
    addToSets: async (key, sets, fields = {}) => {
      await client.send(new UpdateItemCommand({ TableName: name, Key: writeKey(key), ...addition(sets, fields) }))
    },
  }
}

async function put(client: DynamoDBClient, name: string, item: Item, when?: Condition): Promise<Put> {
  const input = { TableName: name, Item: writeItem(item), ...(when && condition(when)) }
  try {
    await client.send(new PutItemCommand({ ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))
    return { written: true }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return { written: false, existing: error.Item && readItem(error.Item) }
  }
}

/** Retrying after a lost answer meets conditions that no longer hold: the caller reads again and sees its own write. */
async function transact(client: DynamoDBClient, name: string, writes: Write[]): Promise<Transaction> {
  const TransactItems = writes.map(write => transactItem(name, write))
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }))
    return { committed: true }
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
    const failed = codes.flatMap((code, position) => (refusals.has(code) ? [position] : []))
    if (failed.length === 0) throw error
    return { committed: false, failed }
  }
}

const refusals = new Set(['ConditionalCheckFailed', 'TransactionConflict'])

function transactItem(TableName: string, write: Write): TransactWriteItem {
  if ('put' in write)
    return { Put: { TableName, Item: writeItem(write.put), ...(write.when && condition(write.when)) } }
  if ('remove' in write)
    return { Delete: { TableName, Key: writeKey(write.remove), ...(write.when && condition(write.when)) } }
  if ('add' in write) return { Update: { TableName, Key: writeKey(write.add), ...increase(write.fields) } }
  return { ConditionCheck: { TableName, Key: writeKey(write.check), ...condition(write.when) } }
}

function increase(fields: Record<string, number>) {
  const names = Object.keys(fields)
  return {
    UpdateExpression: `ADD ${names.map((_, at) => `#${at} :${at}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#${at}`, name])),
    ExpressionAttributeValues: marshall(Object.fromEntries(Object.values(fields).map((by, at) => [`:${at}`, by]))),
  }
}

function condition(when: Condition): { ConditionExpression: string; ExpressionAttributeValues?: Attributes } {
  if (when === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' }
  return {
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': { N: `${when.version}` } },
  }
}

/** Follows the service's 1 MB pages until `limit` items are read or the range ends. */
async function query(client: DynamoDBClient, name: string, range: Range): Promise<Item[]> {
  const items: Item[] = []
  let after: Attributes | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        ...keyCondition(range),
        Limit: range.limit - items.length,
        ScanIndexForward: !range.newestFirst,
        ConsistentRead: range.consistent ?? false,
        ExclusiveStartKey: after,
      }),
    )
    items.push(...(page.Items ?? []).map(readItem))
    after = page.LastEvaluatedKey
  } while (after && items.length < range.limit)
  return items
}

/** Without bounds the whole partition; sort keys are never empty, so a space is below all of ours. */
function keyCondition({ index, pk, from = ' ', to = '\uffff' }: Range) {
  const prefix = index ?? ''
  return {
    ...(index !== undefined && { IndexName: index }),
    KeyConditionExpression: `${prefix}pk = :pk AND ${prefix}sk BETWEEN :from AND :to`,
    ExpressionAttributeValues: { ':pk': { S: pk }, ':from': { S: from }, ':to': { S: to } },
  }
}

function addition(sets: Record<string, string[] | number[]>, fields: Record<string, string | number>) {
  const names = [...Object.keys(sets), ...Object.keys(fields)]
  const adds = Object.keys(sets).map((_, at) => `#${at} :${at}`)
  const puts = Object.keys(fields).map((_, at) => `#${at + adds.length} = :${at + adds.length}`)
  const values = [...Object.values(sets).map(members => new Set<string | number>(members)), ...Object.values(fields)]
  const set = puts.length > 0 ? `SET ${puts.join(', ')} ` : ''
  return {
    UpdateExpression: `${set}ADD ${adds.join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#${at}`, name])),
    ExpressionAttributeValues: marshall(Object.fromEntries(values.map((value, at) => [`:${at}`, value]))),
  }
}
