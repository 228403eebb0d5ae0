import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeAwsChunked } from '../../../local/proxy/s3/aws-chunked.ts'

/** The body as the SDK frames it, one frame a part, with a trailer. */
const frame = (parts: Buffer[], trailer = 'x-amz-checksum-crc32:AAAAAA==\r\n'): Buffer =>
  Buffer.concat([
    ...parts.flatMap(part => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]),
    Buffer.from(`0\r\n${trailer}\r\n`),
  ])

/** The bytes as the network might deliver them. */
async function* delivered(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  let from = 0
  for (const size of [...sizes, bytes.length]) {
    if (from < bytes.length) yield bytes.subarray(from, from + size)
    from += size
  }
}

async function decode(bytes: Buffer, sizes: number[] = []) {
  const trailers = new Map<string, string>()
  const chunks: Buffer[] = []
  for await (const chunk of decodeAwsChunked(delivered(bytes, sizes), trailers)) chunks.push(Buffer.from(chunk))
  return { body: Buffer.concat(chunks), trailers: Object.fromEntries(trailers) }
}

test('however it is framed and however the network cuts it, the body comes out', async () => {
  const part = fc.uint8Array({ minLength: 1, maxLength: 50 }).map(bytes => Buffer.from(bytes))
  const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), sizes, async (parts, cuts) => {
      const { body, trailers } = await decode(frame(parts), cuts)
      expect(body).toEqual(Buffer.concat(parts))
      expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAAAA==' })
    }),
  )
})

test('a body that breaks off inside a chunk is refused, wherever it breaks', async () => {
  const bytes = frame([Buffer.from('hello world'), Buffer.from('again')])
  const lastByteOfData = bytes.indexOf('again') + 'again'.length - 1
  for (let length = 3; length <= lastByteOfData; length++) {
    await expect(decode(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'IncompleteBody' })
  }
})

test.each([
  ['no size', 'hello\r\n'],
  ['a size too small', '2\r\nhello\r\n0\r\n\r\n'],
  ['an endless line', `${'0'.repeat(40_000)}`],
])('%s is refused', async (_, text) => {
  await expect(decode(Buffer.from(text))).rejects.toMatchObject({ code: 'IncompleteBody' })
})

test('signatures of chunks are ignored', async () => {
  const signed = '5;chunk-signature=ad80c730\r\nhello\r\n0;chunk-signature=b6c6ea8a\r\n\r\n'
  expect((await decode(Buffer.from(signed))).body.toString()).toBe('hello')
})
