import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { RawStore } from '../../core/raw/raw-store.ts'

/** The intake bucket on S3. A PUT is durable, and visible to every reader, when it is answered. */
export function s3RawStore(client: S3Client, Bucket: string): RawStore {
  const get = (Key: string, Range?: string): Promise<GetObjectCommandOutput | undefined> =>
    client.send(new GetObjectCommand({ Bucket, Key, ...(Range && { Range }) })).catch(missing)

  return {
    write: async (Key, Body) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }))
    },
    read: async (object, range) => {
      if (range?.length === 0) return { bytes: new Uint8Array(), storedAt: epochStart }
      const answer = await get(object, range && `bytes=${range.offset}-${range.offset + range.length - 1}`)
      if (answer?.Body === undefined) return undefined
      const bytes = await answer.Body.transformToByteArray()
      return { bytes, storedAt: answer.LastModified?.toISOString() ?? epochStart }
    },
    stream: async object => {
      const answer = await get(object)
      return answer?.Body && webChunks(answer.Body.transformToWebStream())
    },
  }
}

const epochStart = '1970-01-01T00:00:00.000Z'

function missing(error: unknown): undefined {
  if (error instanceof NoSuchKey) return undefined
  throw error
}

async function* webChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield chunk
}
