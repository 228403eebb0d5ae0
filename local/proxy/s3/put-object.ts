import type { IncomingMessage } from 'node:http'
import type { ReceivedBody } from '../../engines/objects/body-files.ts'
import type { ObjectRecord } from '../../engines/objects/object-index.ts'
import type { ObjectStore } from '../../engines/objects/object-store.ts'
import { decodeAwsChunked } from './aws-chunked.ts'
import { S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

/**
 * Streams a body to disk, checks it against what the sender says of it and makes it an object. Throws `S3Error`, and
 * stores nothing, when length or checksum differ or `If-None-Match: *` meets an object.
 */
export async function putObject(store: ObjectStore, request: S3Request, body: IncomingMessage): Promise<ObjectRecord> {
  const trailers = new Map<string, string>()
  const received = await store.receive(isAwsChunked(request) ? decodeAwsChunked(body, trailers) : body)
  try {
    checkBody(request, received, trailers)
    if (request.headers['if-none-match'] === '*' && store.get(request.bucket, request.key))
      throw new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
    return await store.put(describe(request), received, Date.now())
  } catch (error) {
    await store.discard(received)
    throw error
  }
}

const isAwsChunked = ({ headers }: S3Request): boolean =>
  `${headers['content-encoding']}`.includes('aws-chunked') ||
  `${headers['x-amz-content-sha256']}`.startsWith('STREAMING-')

function checkBody({ headers, query }: S3Request, received: ReceivedBody, trailers: Map<string, string>): void {
  const length = headers['x-amz-decoded-content-length']
  if (length !== undefined && Number(length) !== received.size)
    throw new S3Error(400, 'IncompleteBody', 'The body has not the length that x-amz-decoded-content-length says')
  const md5 = headers['content-md5']
  if (md5 !== undefined && md5 !== received.md5.toString('base64'))
    throw new S3Error(400, 'BadDigest', 'The Content-MD5 does not match the body')
  const crc32 = headers['x-amz-checksum-crc32'] ?? trailers.get('x-amz-checksum-crc32')
  if (crc32 !== undefined && crc32 !== received.crc32)
    throw new S3Error(400, 'BadDigest', 'The CRC32 does not match the body')
  if (query.has('x-amz-checksum-crc32') && query.get('x-amz-checksum-crc32') !== received.crc32)
    throw new S3Error(
      400,
      'BadDigest',
      'The presigned address promises the CRC32 of an empty body: presign with a client of requestChecksumCalculation WHEN_REQUIRED',
    )
}

function describe({ bucket, key, headers }: S3Request) {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'))
  const metadata = Object.fromEntries(own.map(([name, value]) => [name.slice('x-amz-meta-'.length), `${value}`]))
  return { bucket, key, contentType: headers['content-type'] ?? 'binary/octet-stream', metadata }
}
