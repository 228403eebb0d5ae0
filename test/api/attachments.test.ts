import { expect, test } from 'vitest'
import * as z from 'zod'
import { makeStack } from './stack.ts'

const invoice = { name: 'invoice.pdf', mediaType: 'application/pdf', bytes: 1234 }
const announce = (body: object, stack = makeStack()) => stack.call('POST', '/v1/attachments', { body })

test('a file is announced, and its address takes its bytes alone', async () => {
  const signed: unknown[] = []
  const stack = makeStack({
    uploadUrl: async (object, bytes) => {
      signed.push([object, bytes])
      return 'https://bucket.example/put'
    },
  })
  const { status, body } = await announce(invoice, stack)
  const { id } = z.object({ id: z.string() }).parse(body)
  expect({ status, body }).toEqual({
    status: 201,
    body: { id, name: 'invoice.pdf', uploadUrl: 'https://bucket.example/put' },
  })
  expect(signed).toEqual([[`attachments/${id}/invoice.pdf`, 1234]])
  expect(await stack.deps.attachments.read([id])).toMatchObject([{ ...invoice, createdBy: 'anna' }])
})

test('a path in a name is no path', async () => {
  expect((await announce({ ...invoice, name: '../../payloads/mail/x.pdf' })).body).toMatchObject({ name: 'x.pdf' })
})

test.each([
  [{ bytes: 10 * 1024 * 1024 + 1 }, 'body.bytes'],
  [{ bytes: 0 }, 'body.bytes'],
  [{ name: 'run.exe' }, 'body.name'],
  [{ name: '\u202egpj.exe' }, 'body.name'],
  [{ name: '/' }, 'body.name'],
  [{ mediaType: 'pdf' }, 'body.mediaType'],
  [{ mediaType: 'application/x-msdownload' }, 'body.name'],
])('%j is refused', async (wrong, field) => {
  expect(await announce({ ...invoice, ...wrong })).toMatchObject({ status: 422, body: { errors: [{ field }] } })
})
