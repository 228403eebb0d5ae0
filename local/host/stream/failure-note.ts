import { randomUUID } from 'node:crypto'
import type { StreamRecord } from './stream-reader.ts'

export type GivenUp = {
  functionArn: string
  streamArn: string
  shard: string
  records: StreamRecord[]
  tries: number
}

/**
 * What Lambda sends to the on-failure queue: where the records lie, not the records.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export function failureNote({ functionArn, streamArn, shard, records, tries }: GivenUp) {
  const timeOf = (record: StreamRecord | undefined) =>
    new Date(1000 * (record?.dynamodb.ApproximateCreationDateTime ?? 0)).toISOString()
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${functionArn}:$LATEST`,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: tries,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: shard,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: timeOf(records[0]),
      approximateArrivalOfLastRecord: timeOf(records.at(-1)),
      batchSize: records.length,
      streamArn,
    },
  }
}
