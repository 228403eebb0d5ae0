import * as z from 'zod'
import { AwsError, type AwsTarget, callAws } from '../../engines/aws-json.ts'

const recordSchema = z.looseObject({
  eventID: z.string(),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number().optional() }),
})

/** A change of an item as GetRecords gives it; bytes are base64, as Lambda hands them over. */
export type StreamRecord = z.infer<typeof recordSchema>

const shardSchema = z.looseObject({
  ShardId: z.string(),
  SequenceNumberRange: z.looseObject({ EndingSequenceNumber: z.string().optional() }).optional(),
})
const descriptionSchema = z.looseObject({ StreamDescription: z.looseObject({ Shards: z.array(shardSchema) }) })
const iteratorSchema = z.looseObject({ ShardIterator: z.string() })
const recordsSchema = z.looseObject({ Records: z.array(recordSchema), NextShardIterator: z.string().nullish() })

export type Position = { after: string } | 'beginning' | 'end'

/** Reads a table's stream. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html */
export class StreamReader {
  readonly streamArn: string
  #target: AwsTarget

  constructor(target: AwsTarget, streamArn: string) {
    this.#target = target
    this.streamArn = streamArn
  }

  /** The ids of the stream's shards, parents before their children, each with the last number it ever gave, if known. */
  async shards(): Promise<{ id: string; last: string | undefined }[]> {
    const { StreamDescription } = descriptionSchema.parse(
      await this.#call('DescribeStream', { StreamArn: this.streamArn }),
    )
    return StreamDescription.Shards.map(({ ShardId, SequenceNumberRange }) => ({
      id: ShardId,
      last: SequenceNumberRange?.EndingSequenceNumber,
    }))
  }

  /** A place in a shard to read on from. What lies before the engine's oldest record begins there. */
  async iterator(shard: string, position: Position): Promise<string> {
    const input = { StreamArn: this.streamArn, ShardId: shard, ...iteratorType(position) }
    try {
      return iteratorSchema.parse(await this.#call('GetShardIterator', input)).ShardIterator
    } catch (error) {
      if (!(error instanceof AwsError) || error.name !== 'TrimmedDataAccessException') throw error
      return this.iterator(shard, 'beginning')
    }
  }

  /** The next records, and where to go on; undefined behind the end of a shard that is closed. */
  async read(iterator: string, limit: number): Promise<{ records: StreamRecord[]; next: string | undefined }> {
    const answer = recordsSchema.parse(await this.#call('GetRecords', { ShardIterator: iterator, Limit: limit }))
    return { records: answer.Records, next: answer.NextShardIterator ?? undefined }
  }

  #call = (operation: string, input: unknown): Promise<unknown> =>
    callAws(this.#target, `DynamoDBStreams_20120810.${operation}`, input)
}

function iteratorType(position: Position): Record<string, string> {
  if (position === 'beginning') return { ShardIteratorType: 'TRIM_HORIZON' }
  if (position === 'end') return { ShardIteratorType: 'LATEST' }
  return { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position.after }
}
