import { S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { uploadUrlSigner } from '../../adapters/s3/upload-url.ts'

const client = new S3Client({
  region: 'eu-west-1',
  endpoint: 'http://127.0.0.1:4566',
  credentials: { accessKeyId: 'function', secretAccessKey: 'secret' },
  requestChecksumCalculation: 'WHEN_REQUIRED',
})

test('an address takes one PUT of one object for an hour, whatever its bytes', async () => {
  const url = new URL(await uploadUrlSigner(client, 'intake')('files/mbox/support/0a'))
  expect(`${url.origin}${url.pathname}`).toBe('http://127.0.0.1:4566/intake/files/mbox/support/0a')
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    'X-Amz-Expires': '3600',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
  })
  expect(url.search).not.toMatch(/checksum/)
})

test('an address for so many bytes takes no other number of them', async () => {
  const sign = uploadUrlSigner(client, 'intake')
  const url = new URL(await sign('attachments/0a/invoice.pdf', 1234))
  expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;host')
})
