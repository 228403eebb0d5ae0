import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { pause } from './pause.ts'

type Attributes = Record<string, AttributeValue>

/** Reads any number of keys, 100 a call side by side, and asks again for what the service left unprocessed. */
export async function batchGetAll(
  client: DynamoDBClient,
  name: string,
  keys: Attributes[],
  ConsistentRead: boolean,
): Promise<Attributes[]> {
  const read = (Keys: Attributes[]) =>
    client.send(new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead } } }))
  const pages = await Promise.all(
    chunks(keys, 100).map(async chunk => {
      const found: Attributes[] = []
      let wanted = chunk
      for (let attempt = 0; wanted.length > 0; attempt++) {
        await pause(attempt)
        const answer = await read(wanted)
        found.push(...(answer.Responses?.[name] ?? []))
        wanted = answer.UnprocessedKeys?.[name]?.Keys ?? []
      }
      return found
    }),
  )
  return pages.flat()
}

/** Puts any number of items, 25 a call side by side, and puts again what the service left unprocessed. */
export async function batchPutAll(client: DynamoDBClient, name: string, items: Attributes[]): Promise<void> {
  await Promise.all(chunks(items, 25).map(chunk => batchPut(client, name, chunk)))
}

async function batchPut(client: DynamoDBClient, name: string, items: Attributes[]): Promise<void> {
  let wanted = items
  for (let attempt = 0; wanted.length > 0; attempt++) {
    await pause(attempt)
    const requests = wanted.map(Item => ({ PutRequest: { Item } }))
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }))
    wanted = (answer.UnprocessedItems?.[name] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item ? [PutRequest.Item] : [],
    )
  }
}

const chunks = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
