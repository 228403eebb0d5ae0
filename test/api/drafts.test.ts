import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { mailAt } from '../conversation/contacts.ts'
import { opened } from './opened.ts'
import { makeStack, type Stack } from './stack.ts'

let stack: Stack
let path: string
beforeEach(async () => {
  stack = makeStack()
  path = `/v1/conversations/${await opened(stack, mailAt('order', '2T09:00', 'Where is my order?'))}`
})

const put = (body: object) => stack.call('PUT', `${path}/draft`, { body })
const list = () => stack.call('GET', `${path}/drafts`)
const versionOf = (body: unknown) => z.object({ draft: z.object({ version: z.int() }) }).parse(body).draft.version

test('a draft is kept, seen by colleagues and changed on the version they saw', async () => {
  const first = await put({ text: 'Dear Alice', subject: 'Your order' })
  expect(first).toMatchObject({ status: 200, body: { draft: { author: 'anna', text: 'Dear Alice', attachments: [] } } })
  const version = versionOf(first.body)
  const second = await put({ text: 'Dear Alice, sorry', version })
  expect((await list()).body).toEqual({ items: [z.object({ draft: z.unknown() }).parse(second.body).draft] })
  const late = await put({ text: 'Hi', version, author: 'anna' })
  expect(late).toMatchObject({ status: 409, body: { draft: { text: 'Dear Alice, sorry', version: version + 1 } } })
  expect((await put({ text: 'Hi' })).status).toBe(409)
})

test('an empty text throws it away; what was sent meanwhile is said to be gone', async () => {
  const version = versionOf((await put({ text: 'Dear Alice' })).body)
  expect(await put({ text: '', version })).toMatchObject({ status: 200, body: {} })
  expect((await list()).body).toEqual({ items: [] })
  const late = await put({ text: 'Dear Alice', version })
  expect(late).toMatchObject({ status: 409, body: { detail: expect.stringContaining('without version') } })
})

test('nobody begins a colleague’s draft, and nobody drafts where there is no conversation', async () => {
  expect((await put({ text: 'Hi', author: 'bob' })).status).toBe(404)
  path = `/v1/conversations/${'0'.repeat(32)}`
  expect([(await put({ text: 'Hi' })).status, (await list()).status]).toEqual([404, 404])
})

test.each([{ text: 'x'.repeat(50_001) }, { text: 'a', attachments: ['../x'] }, { text: 'a', version: 0 }, {}])(
  'what is too long or wrong is refused',
  async body => {
    expect((await put(body)).status).toBe(422)
  },
)

test('reading drafts is audited as reading the conversation', async () => {
  await list()
  expect(stack.audited).toContainEqual(expect.objectContaining({ action: 'conversation.read', actor: 'anna' }))
})

test('the files of a draft are told by name, and those that are gone by their id alone', async () => {
  const announced = await stack.call('POST', '/v1/attachments', {
    body: { name: 'receipt.pdf', mediaType: 'application/pdf', bytes: 12_400 },
  })
  const { id } = z.object({ id: z.string() }).parse(announced.body)
  const attachments = [id, 'f'.repeat(32)]
  const files = [{ id, name: 'receipt.pdf', mediaType: 'application/pdf', bytes: 12_400 }]
  expect((await put({ text: 'Here it is', attachments })).body).toMatchObject({ draft: { attachments, files } })
  expect((await list()).body).toMatchObject({ items: [{ attachments, files }] })
})
