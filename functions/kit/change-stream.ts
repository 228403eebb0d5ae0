import { isDeepStrictEqual } from 'node:util'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import type { ItemChange } from '../../adapters/dynamodb/item-change.ts'
import type { Key } from '../../adapters/dynamodb/table.ts'
import { errorFields, log } from './log.ts'
import { plainImage } from './plain-image.ts'

const text = z.object({ S: z.string() }).transform(({ S }) => S)
const keySchema = z.object({ pk: text, sk: text })
const recordSchema = z.object({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number() })

/**
 * The loop over a batch of the table's stream, in order, for whoever wants to know what was there before, and what
 * went. Images are read only of the items that matter, since most of the stream does not. A failure is thrown, as in
 * streamHandler, and means the same.
 */
export const changeStreamHandler =
  (matters: (key: Key) => boolean, handle: () => (changes: ItemChange[]) => Promise<void>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    try {
      await handle()(event.Records.flatMap(record => changeOf(record, matters)))
      return { batchItemFailures: [] }
    } catch (error) {
      log('WARN', 'failed', { messages: event.Records.length, ...errorFields(error) })
      throw error
    }
  }

function changeOf({ dynamodb }: DynamoDBRecord, matters: (key: Key) => boolean): ItemChange[] {
  const key = keySchema.parse(dynamodb?.Keys)
  if (!matters(key) || isDeepStrictEqual(dynamodb?.NewImage, dynamodb?.OldImage)) return []
  const { SequenceNumber, ApproximateCreationDateTime } = recordSchema.parse(dynamodb)
  return [
    {
      key,
      before: dynamodb?.OldImage && plainImage(dynamodb.OldImage),
      after: dynamodb?.NewImage && plainImage(dynamodb.NewImage),
      createdMs: 1000 * ApproximateCreationDateTime,
      sequence: SequenceNumber,
    },
  ]
}
