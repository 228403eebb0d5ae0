import { expect, test } from 'vitest'
import * as z from 'zod'
import type { Import } from '../../core/import/import.ts'
import { makeStack, operator, type Stack } from './stack.ts'

const start = (stack: Stack, body: unknown) => stack.call('POST', '/v1/imports', { groups: operator, body })
const read = (stack: Stack, id: string, query = '') =>
  stack.call('GET', `/v1/imports/${id}${query}`, { groups: operator })

async function change(stack: Stack, id: string, differing: Partial<Import>) {
  const record = await stack.deps.imports.read(id)
  if (record === undefined) throw new Error('no import')
  await stack.deps.imports.write({ ...record, ...differing, version: record.version + 1 }, record.version)
}

test('an import starts with an address for its file, named for kind, source and id', async () => {
  const stack = makeStack()
  const { status, body } = await start(stack, { kind: 'mbox', source: 'helpdesk' })
  const { id } = z.object({ id: z.string() }).parse(body)
  expect(status).toBe(201)
  expect(body).toEqual({
    id,
    state: 'awaiting upload',
    uploadUrl: `https://bucket.example/files/mbox/helpdesk/${id}?signed`,
  })
  expect((await read(stack, id)).body).toMatchObject({
    state: 'awaiting upload',
    source: 'helpdesk',
    createdBy: 'anna',
  })
})

test.each([
  ['mbox', 'support'],
  ['eml', 'support'],
  ['twilio-calls', 'twilio'],
  ['asterisk-cdr', 'asterisk'],
  ['connect-records', 'connect'],
  ['contacts', 'local'],
])('%s belongs to the source %s when nothing else is said', async (kind, source) => {
  const stack = makeStack()
  const { body } = await start(stack, { kind, id: 'chosen-id' })
  expect(body).toMatchObject({ uploadUrl: `https://bucket.example/files/${kind}/${source}/chosen-id?signed` })
})

test('asking again with the same id continues the import; another kind is a conflict', async () => {
  const stack = makeStack()
  const body = { kind: 'mbox', id: 'chosen-id' }
  const first = await start(stack, body)
  expect(await start(stack, body)).toEqual(first)
  expect((await start(stack, { ...body, kind: 'eml' })).status).toBe(409)
  await change(stack, 'chosen-id', { state: 'reading' })
  expect((await start(stack, body)).body).toEqual({ id: 'chosen-id', state: 'reading' })
})

test.each([{ kind: 'pst' }, {}, { kind: 'csv' }, { kind: 'mbox', id: '../x' }, { kind: 'mbox', source: 'A' }])(
  '%j is refused',
  async body => {
    expect((await start(makeStack(), body)).status).toBe(422)
  },
)

test('a mapping is kept for the reader of the file', async () => {
  const stack = makeStack()
  await start(stack, { kind: 'csv', id: 'chosen-id', mapping: { 'from.phone': 'Caller' } })
  expect(await stack.deps.imports.read('chosen-id')).toMatchObject({ mapping: { 'from.phone': 'Caller' } })
})

test('an import tells how far it is, and which lines gave no contact and why, in pages', async () => {
  const stack = makeStack()
  await start(stack, { kind: 'mbox', id: 'chosen-id' })
  await change(stack, 'chosen-id', { state: 'read', checkpoint: { rows: 5, bytes: 500 } })
  const row = (line: number, outcome: 'added' | 'set aside', reason?: string) =>
    ({ importId: 'chosen-id', line, outcome, ...(reason !== undefined && { reason }) }) as const
  await stack.deps.imports.addOutcomes([
    row(1, 'added'),
    row(20, 'set aside', 'no date'),
    row(30, 'set aside', 'no From'),
  ])
  expect((await read(stack, 'chosen-id')).body).toMatchObject({
    state: 'recording',
    rows: 5,
    counts: { read: 3, added: 1, alreadyThere: 0, notAContact: 0, setAside: 2 },
  })
  await stack.deps.imports.addOutcomes([row(40, 'added'), row(50, 'added')])
  const first = await read(stack, 'chosen-id', '?limit=1')
  expect(first.body).toMatchObject({
    state: 'done',
    lines: { items: [{ line: 20, outcome: 'set aside', reason: 'no date' }], cursor: expect.any(String) },
  })
  const { cursor } = z.object({ lines: z.object({ cursor: z.string() }) }).parse(first.body).lines
  const second = await read(stack, 'chosen-id', `?limit=1&cursor=${cursor}`)
  expect(second.body.lines).toEqual({ items: [{ line: 30, outcome: 'set aside', reason: 'no From' }] })
})

test('a failed import starts anew under its id', async () => {
  const stack = makeStack()
  const first = await start(stack, { kind: 'mbox', id: 'chosen-id' })
  await change(stack, 'chosen-id', { state: 'failed', reason: 'the uploaded file is no longer stored' })
  expect(await start(stack, { kind: 'mbox', id: 'chosen-id' })).toEqual(first)
  expect((await read(stack, 'chosen-id')).body).not.toHaveProperty('reason')
})

test('an import that cannot be read says why', async () => {
  const stack = makeStack()
  await start(stack, { kind: 'mbox', id: 'chosen-id' })
  await change(stack, 'chosen-id', { state: 'failed', reason: 'no channel reads files of the kind mbox' })
  expect((await read(stack, 'chosen-id')).body).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('mbox'),
  })
})

test('an import that nobody started is 404', async () => {
  expect((await read(makeStack(), 'unknown-id')).status).toBe(404)
})
