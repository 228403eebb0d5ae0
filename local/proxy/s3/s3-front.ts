import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import type { ObjectRecord } from '../../engines/objects/object-index.ts'
import type { ObjectStore } from '../../engines/objects/object-store.ts'
import type { BucketPlan } from '../../template/buckets.ts'
import { type Caller, refusalOf } from '../access.ts'
import { accessKeyOf, type Callers } from '../callers.ts'
import { corsHeaders } from './cors.ts'
import { sendObject } from './get-object.ts'
import { listObjects } from './list-objects.ts'
import { checkPresigned, isPresigned } from './presigned.ts'
import { putObject } from './put-object.ts'
import { errorXml, S3Error } from './s3-error.ts'
import { listNeed, objectNeeds, readS3Request, type S3Request } from './s3-request.ts'

export type S3FrontSettings = { store: ObjectStore; callers: Callers; buckets: BucketPlan[] }

/**
 * S3 as far as the functions use it: put, get (with a range), head, delete and list, path style, by credentials or by
 * a presigned address. Everything else is refused with NotImplemented.
 */
export async function handleS3(
  settings: S3FrontSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('x-amz-request-id', randomUUID())
  try {
    const wanted = readS3Request(request)
    for (const [name, value] of Object.entries(corsHeaders(settings.buckets, wanted)))
      if (value !== undefined) response.setHeader(name, value)
    if (wanted.method === 'OPTIONS')
      response.writeHead(response.hasHeader('access-control-allow-origin') ? 200 : 403).end()
    else await serve(settings, wanted, authorize(settings, wanted), request, response)
  } catch (error) {
    await refuse(error, request, response)
  }
}

function authorize({ callers, buckets }: S3FrontSettings, request: S3Request): Caller {
  const caller = callers.find(accessKeyOf(request.headers, request.query))
  if (!caller)
    throw new S3Error(403, 'InvalidAccessKeyId', 'The access key id is not one of this run of the local stack')
  if (isPresigned(request)) checkPresigned(request, caller, Date.now())
  const refusal = callers.refusal(caller, objectNeeds(request))
  if (refusal !== undefined) throw new S3Error(403, 'AccessDenied', refusal)
  if (!buckets.some(({ name }) => name === request.bucket))
    throw new S3Error(404, 'NoSuchBucket', `There is no bucket ${request.bucket}`)
  return caller
}

async function serve(
  settings: S3FrontSettings,
  wanted: S3Request,
  caller: Caller,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { store } = settings
  switch (`${wanted.method} ${wanted.key === '' ? 'bucket' : 'object'}`) {
    case 'PUT object': {
      const { etag } = await putObject(store, wanted, request)
      response.writeHead(200, { etag: `"${etag}"`, 'content-length': 0 }).end()
      return
    }
    case 'GET object':
    case 'HEAD object':
      return sendObject(
        store,
        existing(store, wanted, caller),
        wanted.headers.range,
        wanted.method === 'HEAD',
        response,
      )
    case 'DELETE object':
      await store.remove(wanted.bucket, wanted.key)
      response.writeHead(204).end()
      return
    case 'GET bucket':
      response.writeHead(200, { 'content-type': 'application/xml' }).end(listObjects(store, wanted))
      return
    case 'HEAD bucket':
      response.writeHead(200).end()
      return
    default:
      throw new S3Error(501, 'NotImplemented', `The local stack does not offer ${wanted.method} on ${wanted.path}`)
  }
}

/** Without the right to list, S3 does not tell whether an object exists: it answers 403 for one that does not. */
function existing(store: ObjectStore, { bucket, key }: S3Request, caller: Caller): ObjectRecord {
  const record = store.get(bucket, key)
  if (record) return record
  const hidden = refusalOf(caller, [listNeed(bucket)])
  if (hidden === undefined) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.')
  throw new S3Error(403, 'AccessDenied', `There is no such object, which S3 does not tell because ${hidden}`)
}

/** Reads the rest of the body first: the SDK would see a broken pipe instead of the answer, and try again. */
async function refuse(error: unknown, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const brokenOff = request.destroyed && !request.complete
  if (response.headersSent || brokenOff) {
    response.destroy()
    return
  }
  if (!request.readableEnded) await finished(request.resume())
  const refusal = error instanceof S3Error ? error : new S3Error(500, 'InternalError', `${error}`)
  const body = errorXml(refusal, request.url?.split('?')[0] ?? '/')
  response.writeHead(refusal.status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? '' : body)
}
