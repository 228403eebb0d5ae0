import type { IncomingMessage } from 'node:http'
import type { Need } from '../access.ts'
import { S3Error } from './s3-error.ts'

/** A request to S3, path style: /bucket/key. `path` is as sent, which is what signatures cover. */
export type S3Request = {
  method: string
  bucket: string
  key: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
}

export function readS3Request({ method = 'GET', url = '/', headers }: IncomingMessage): S3Request {
  const [path = '/', query = ''] = url.split('?', 2)
  const [bucket = '', ...key] = path.slice(1).split('/')
  try {
    return { method, bucket, key: decodeURIComponent(key.join('/')), path, query: new URLSearchParams(query), headers }
  } catch {
    throw new S3Error(400, 'InvalidURI', 'the address is not valid percent-encoding')
  }
}

/** What a request needs ("Actions, resources, and condition keys for Amazon S3", Service Authorization Reference). */
export function objectNeeds({ method, bucket, key }: S3Request): Need[] {
  const resource = `arn:aws:s3:::${bucket}/${key}`
  switch (method) {
    case 'PUT':
      return [{ action: 's3:PutObject', resource }]
    case 'DELETE':
      return [{ action: 's3:DeleteObject', resource }]
    default:
      return key === '' ? [listNeed(bucket)] : [{ action: 's3:GetObject', resource }]
  }
}

export const listNeed = (bucket: string): Need => ({ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` })
