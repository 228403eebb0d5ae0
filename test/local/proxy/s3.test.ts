import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { fixtureApp, underBucket } from '../fixture-app.ts'
import { localAws } from './local-aws.ts'

const bundle = 'export const handler = async () => undefined'

/** May read and write objects but not list them, as the functions are. */
const serve = {
  bundle,
  statements: [{ Action: ['s3:PutObject', 's3:GetObject'], Resource: underBucket('Intake', '*') }],
}

const Bucket = 'intake'

async function read(s3: S3Client, Key: string, Range?: string): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }))
  return Buffer.from((await Body?.transformToByteArray()) ?? [])
}

test('a stream that the SDK sends in aws-chunked encoding with a checksum behind it is stored as it was', async () => {
  const { clientsOf } = await localAws(fixtureApp({ serve }))
  const { checkedS3 } = clientsOf('serve')
  const bytes = randomBytes(300_000)
  const Body = Readable.from([bytes.subarray(0, 100), bytes.subarray(100, 250_000), bytes.subarray(250_000)])
  await checkedS3.send(new PutObjectCommand({ Bucket, Key: 'files/1', Body, ContentLength: bytes.length }))
  expect(await read(checkedS3, 'files/1')).toEqual(bytes)
})

test('a body larger than memory of any other emulator goes to disk and comes back in ranges', async () => {
  const { clientsOf, store } = await localAws(fixtureApp({ serve }))
  const { s3 } = clientsOf('serve')
  const megabyte = randomBytes(1 << 20)
  const size = 48 << 20
  const Body = Readable.from(Array.from({ length: 48 }, () => megabyte))
  await s3.send(new PutObjectCommand({ Bucket, Key: 'files/big', Body, ContentLength: size }))
  expect(store.get(Bucket, 'files/big')?.size).toBe(size)
  expect(await read(s3, 'files/big', `bytes=${size - 10}-${size + 99}`)).toEqual(megabyte.subarray(-10))
  expect(await read(s3, 'files/big', 'bytes=-3')).toEqual(megabyte.subarray(-3))
  expect(await read(s3, 'files/big', 'bytes=1048570-1048579')).toEqual(
    Buffer.concat([megabyte.subarray(-6), megabyte.subarray(0, 4)]),
  )
  await expect(read(s3, 'files/big', `bytes=${size}-`)).rejects.toMatchObject({ name: 'InvalidRange' })
})

test('an object keeps its type and metadata, and any key', async () => {
  const { clientsOf } = await localAws(fixtureApp({ serve }))
  const { s3 } = clientsOf('serve')
  for (const Key of ['files/a b+c/é…/%41', 'files//x/../y', `files/${'k'.repeat(1000)}`]) {
    await s3.send(
      new PutObjectCommand({ Bucket, Key, Body: Key, ContentType: 'text/plain', Metadata: { source: 'support' } }),
    )
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }))
    expect(head).toMatchObject({
      ContentType: 'text/plain',
      Metadata: { source: 'support' },
      ETag: `"${createHash('md5').update(Key).digest('hex')}"`,
    })
    expect((await read(s3, Key)).toString()).toBe(Key)
  }
})

test('an empty object can be written and read', async () => {
  const { clientsOf } = await localAws(fixtureApp({ serve }))
  const { s3 } = clientsOf('serve')
  await s3.send(new PutObjectCommand({ Bucket, Key: 'files/empty', Body: new Uint8Array(), ContentLength: 0 }))
  expect(await read(s3, 'files/empty')).toEqual(Buffer.alloc(0))
})

test('If-None-Match keeps an object from being replaced; without it the new bytes count', async () => {
  const { clientsOf } = await localAws(fixtureApp({ serve }))
  const { s3 } = clientsOf('serve')
  await s3.send(new PutObjectCommand({ Bucket, Key: 'files/1', Body: 'first', IfNoneMatch: '*' }))
  const again = new PutObjectCommand({ Bucket, Key: 'files/1', Body: 'second', IfNoneMatch: '*' })
  await expect(s3.send(again)).rejects.toMatchObject({ name: 'PreconditionFailed' })
  expect((await read(s3, 'files/1')).toString()).toBe('first')
  await s3.send(new PutObjectCommand({ Bucket, Key: 'files/1', Body: 'second' }))
  expect((await read(s3, 'files/1')).toString()).toBe('second')
})

test('a body that differs from its checksum is refused and not stored', async () => {
  const { clientsOf, store } = await localAws(fixtureApp({ serve }))
  const { s3 } = clientsOf('serve')
  for (const sum of [{ ChecksumCRC32: 'AAAAAA==' }, { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }]) {
    const put = new PutObjectCommand({ Bucket, Key: 'files/1', Body: 'hello', ...sum })
    await expect(s3.send(put)).rejects.toMatchObject({ name: 'BadDigest' })
  }
  expect(store.get(Bucket, 'files/1')).toBeUndefined()
})

test('who may not list is not told whether an object exists; who may is', async () => {
  const { clientsOf } = await localAws(fixtureApp({ serve }))
  await expect(read(clientsOf('serve').s3, 'files/none')).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(read(clientsOf('host').s3, 'files/none')).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('objects are listed in the order of their keys, page by page, and gone when deleted', async () => {
  const { clientsOf } = await localAws(fixtureApp({ serve }))
  const { s3 } = clientsOf('host')
  for (const Key of ['files/b', 'files/a&<é>', 'payloads/c', 'files/c'])
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
  const keys: (string | undefined)[] = []
  let ContinuationToken: string | undefined
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'files/', MaxKeys: 2, ContinuationToken }))
    keys.push(...(page.Contents ?? []).map(({ Key }) => Key))
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken !== undefined)
  expect(keys).toEqual(['files/a&<é>', 'files/b', 'files/c'])
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'files/b' }))
  expect((await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'files/b' }))).KeyCount).toBe(0)
})

const eventSchema = z.object({
  Records: z.tuple([
    z.looseObject({
      eventName: z.string(),
      s3: z.looseObject({ object: z.looseObject({ key: z.string(), size: z.number() }) }),
    }),
  ]),
})

test('only what lands under the prefix of a notification is announced, with its key form-encoded', async () => {
  const { clientsOf, queues } = await localAws(fixtureApp({ serve }))
  const { s3 } = clientsOf('serve')
  await s3.send(new PutObjectCommand({ Bucket, Key: 'files/1', Body: 'x' }))
  await s3.send(new PutObjectCommand({ Bucket, Key: 'payloads/mail/a b+é', Body: 'hello' }))
  const [first, ...more] = queues.peek('work').map(body => eventSchema.parse(JSON.parse(body)).Records[0])
  expect(more).toEqual([])
  expect(first).toMatchObject({
    eventName: 'ObjectCreated:Put',
    s3: { object: { key: 'payloads/mail/a+b%2B%C3%A9', size: 5 } },
  })
})

test('a presigned address takes one upload from a browser or curl, without credentials, until it expires', async () => {
  const { clientsOf, store } = await localAws(fixtureApp({ serve }))
  const { s3, checkedS3 } = clientsOf('serve')
  const command = new PutObjectCommand({ Bucket, Key: 'files/mbox/a b/1', ContentType: 'application/mbox' })
  const url = await getSignedUrl(s3, command, { expiresIn: 60 })
  const origin = 'https://console.example.com'
  const put = (address: string, body: string) => fetch(address, { method: 'PUT', body, headers: { origin } })
  const done = await put(url, 'From alice')
  expect([done.status, done.headers.get('access-control-allow-origin')]).toEqual([200, origin])
  expect(store.get(Bucket, 'files/mbox/a b/1')?.size).toBe(10)

  expect((await put(url.replace('/1?', '/2?'), 'x')).status).toBe(403)
  expect((await fetch(url)).status).toBe(403)
  const expired = await getSignedUrl(s3, command, { expiresIn: 60, signingDate: new Date(Date.now() - 3_600_000) })
  expect(await (await put(expired, 'x')).text()).toContain('Request has expired')
  const promisesEmptyBody = await getSignedUrl(checkedS3, command)
  expect(await (await put(promisesEmptyBody, 'x')).text()).toContain('WHEN_REQUIRED')
})

test('a browser asks first, and only the origins of the bucket’s rules may', async () => {
  const { endpoint } = await localAws(fixtureApp({ serve }))
  const preflight = (origin: string) =>
    fetch(`${endpoint}/intake/files/1`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PUT' },
    })
  expect((await preflight('https://console.example.com')).status).toBe(200)
  expect((await preflight('https://evil.example')).status).toBe(403)
})

test('an upload that breaks off leaves nothing', async () => {
  const { clientsOf, store, endpoint } = await localAws(fixtureApp({ serve }))
  const url = await getSignedUrl(clientsOf('serve').s3, new PutObjectCommand({ Bucket, Key: 'payloads/1' }), {
    expiresIn: 60,
  })
  await new Promise(resolve => {
    const upload = request(url, { method: 'PUT', headers: { 'content-length': 1000 } }).on('error', resolve)
    upload.write('half', () => upload.destroy())
    upload.on('close', resolve)
  })
  await fetch(`${endpoint}/intake/payloads/1`)
  expect(store.get(Bucket, 'payloads/1')).toBeUndefined()
})

test('what the local stack does not offer says so', async () => {
  const { clientsOf, endpoint } = await localAws(fixtureApp({ serve }))
  const { credentials } = clientsOf('host')
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/x`
  const answer = await fetch(`${endpoint}/intake/files/1?uploads`, { method: 'POST', headers: { authorization } })
  expect([answer.status, await answer.text()]).toEqual([501, expect.stringContaining('NotImplemented')])
})
