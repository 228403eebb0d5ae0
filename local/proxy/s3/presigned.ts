import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Caller } from '../access.ts'
import { S3Error } from './s3-error.ts'
import type { S3Request } from './s3-request.ts'

/** The address carries its own signature: whoever has it may do that one thing until it expires. */
export const isPresigned = ({ query }: S3Request): boolean => query.has('X-Amz-Signature')

/**
 * Checks a presigned address: not expired and not altered ("Authenticating requests: using query parameters (AWS
 * Signature Version 4)", S3 API Reference). Throws the `S3Error` that S3 answers.
 */
export function checkPresigned(request: S3Request, caller: Caller, now: number): void {
  const signedAt = request.query.get('X-Amz-Date') ?? ''
  const expires = Date.parse(isoOf(signedAt)) + 1000 * Number(request.query.get('X-Amz-Expires'))
  if (!(now <= expires)) throw new S3Error(403, 'AccessDenied', 'Request has expired')
  const given = Buffer.from(request.query.get('X-Amz-Signature') ?? '')
  const expected = Buffer.from(signatureOf(request, caller.secretAccessKey, signedAt))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new S3Error(403, 'SignatureDoesNotMatch', 'The address or the headers are not those that were signed')
  }
}

const isoOf = (compact: string): string =>
  compact.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')

function signatureOf(request: S3Request, secret: string, signedAt: string): string {
  const scope = (request.query.get('X-Amz-Credential') ?? '').split('/').slice(1)
  const text = ['AWS4-HMAC-SHA256', signedAt, scope.join('/'), sha256(canonicalRequest(request))].join('\n')
  const key = scope.reduce<string | Buffer>((signing, part) => hmac(signing, part), `AWS4${secret}`)
  return hmac(key, text).toString('hex')
}

function canonicalRequest({ method, path, query, headers }: S3Request): string {
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
  const signed = (query.get('X-Amz-SignedHeaders') ?? '').split(';')
  const lines = signed.map(name => `${name}:${`${headers[name] ?? ''}`.trim().replace(/ +/g, ' ')}\n`)
  const payload = query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD'
  return [method, path, parameters.join('&'), lines.join(''), signed.join(';'), payload].join('\n')
}

/** RFC 3986 in full: encodeURIComponent leaves five characters that signatures want encoded. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
