import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { formatNamed } from '../../core/channels/registry.ts'
import type { Delivery } from '../../core/record/delivery.ts'
import { recordContact } from '../../core/record/record-contact.ts'
import { recordResults } from '../../core/record/record-results.ts'
import { splitDelivered } from '../../core/split/split-delivered.ts'
import { runImport } from '../../local/import/run-import.ts'
import { tempDir } from '../local/temp-dir.ts'
import { memoryDeps } from '../record/memory-deps.ts'
import { makeEvent, makeStack } from './stack.ts'

/** The API on a port of its own, with a bucket that splits and records what is put into it. */
async function startStack() {
  const uploads: string[] = []
  const fail = { uploads: 0, reading: false }
  const server = createServer(async (request, response) => answer(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const stack = makeStack({ uploadUrl: async object => `${url}/bucket/${object}` })
  const splitNamed = (name: string) => (fail.reading ? undefined : formatNamed(name)?.split)
  const memory = { ...memoryDeps([], stack.table), formatNamed, splitNamed }

  async function store(object: string, bytes: Uint8Array) {
    uploads.push(object)
    await memory.raw.write(object, bytes)
    const send = async (deliveries: Delivery[]) => {
      for (const delivery of deliveries) await recordResults(memory, [await recordContact(memory, delivery)])
    }
    const split = { ...memory, send, startRun: () => () => true, now: () => new Date(0) }
    await splitDelivered(split, { v: 1, object })
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = Buffer.concat(await request.toArray())
    const { method = '', url: target = '', headers } = request
    if (target.startsWith('/bucket/')) {
      if (fail.uploads-- > 0) return response.writeHead(503).end()
      await store(target.slice('/bucket/'.length), body)
      return response.end()
    }
    const groups = headers.authorization === 'Bearer olga' ? ['operator'] : ['agent']
    const made = await stack.handler(makeEvent(method, target, { groups, ...(body.length > 0 && { raw: `${body}` }) }))
    return response.writeHead(made.statusCode, made.headers).end(made.body)
  }

  return { ...stack, url, uploads, fail }
}

let stack: Awaited<ReturnType<typeof startStack>>
let folder: string
beforeEach(async () => {
  stack = await startStack()
  folder = tempDir()
})

const mailOf = (name: string, text = 'hello') =>
  `From: ${name} <${name}@example.com>\r\nTo: support@localhost\r\nSubject: hi\r\nMessage-ID: <${name}@example.com>\r\nDate: Sun, 01 Mar 2026 09:00:00 +0000\r\n\r\n${text}\r\n`

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function run(...argv: string[]) {
  const printed: string[] = []
  const screen = Object.assign(new PassThrough(), { isTTY: false })
  const code = await runImport(argv, {
    env: { PORT: new URL(stack.url).port },
    print: line => void printed.push(line),
    screen,
    pause: async () => undefined,
    localToken: async () => 'olga',
  })
  return { code, printed, progress: `${screen.read() ?? ''}` }
}

const contact = (id: number, more: object = {}) =>
  JSON.stringify({
    id: `c-${id}`,
    channel: 'phone',
    kind: 'call',
    direction: 'inbound',
    occurredAt: `2026-03-01T09:00:0${id}Z`,
    from: { identifier: { type: 'phone', value: '+442079460123' } },
    ...more,
  })

test('contacts of a file are on their timeline, and counted', async () => {
  const { code, printed, progress } = await run('contacts', file('calls.jsonl', `${contact(1)}\n${contact(2)}\n`))
  expect(printed).toEqual([
    '1 files, 0 of them continued from an earlier run',
    '2 rows: 2 added, 0 already there, 0 not a contact, 0 set aside',
  ])
  expect(code).toBe(0)
  expect(progress).toContain('recorded 2 of 2 rows')
  const id = await stack.customerOf({ type: 'phone', value: '+442079460123' })
  const { body } = await stack.call('GET', `/v1/customers/${id}/timeline`)
  expect(body).toMatchObject({ items: [{ source: 'local' }, { source: 'local' }] })
})

test('a folder of mails is one import a mail, in folders below it too', async () => {
  mkdirSync(join(folder, 'more'))
  for (const name of ['alice', 'bob', 'carol', 'dave', 'erin']) file(`${name}.eml`, mailOf(name))
  file('more/frank.eml', mailOf('frank'))
  file('.hidden', 'not a mail')
  const { code, printed } = await run('eml', folder, '--source', 'helpdesk')
  expect(printed[0]).toBe('6 files, 0 of them continued from an earlier run')
  expect(printed[1]).toContain('6 rows: 6 added')
  expect(code).toBe(0)
  expect(stack.uploads).toHaveLength(6)
  expect(stack.uploads.every(object => object.startsWith('files/eml/helpdesk/'))).toBe(true)
})

test('the same file again continues its import, also under another name', async () => {
  const first = await run('eml', file('alice.eml', mailOf('alice')))
  const second = await run('eml', file('copy.eml', mailOf('alice')))
  expect(second.printed).toEqual(['1 files, 1 of them continued from an earlier run', ...first.printed.slice(1)])
  expect(stack.uploads).toHaveLength(1)
})

test('an upload that was broken off is made good by the next run', async () => {
  const path = file('alice.eml', mailOf('alice'))
  stack.fail.uploads = 100
  expect((await run('eml', path)).code).toBe(3)
  stack.fail.uploads = 2
  expect(await run('eml', path)).toMatchObject({
    code: 0,
    printed: [expect.stringContaining('0 of them'), expect.anything()],
  })
})

test('with --again nothing is added twice, and the counts say so', async () => {
  const path = file('alice.eml', mailOf('alice'))
  await run('eml', path)
  const { printed } = await run('eml', path, '--again')
  expect(printed[1]).toContain('1 rows: 0 added, 1 already there')
  expect(stack.uploads).toHaveLength(2)
})

test('lines that could not be understood are printed with their reasons, and the exit code says so', async () => {
  const path = file(
    'calls.jsonl',
    [contact(1), '{"id":', contact(2, { occurredAt: 'yesterday' }), contact(3)].join('\n'),
  )
  const { code, printed } = await run('contacts', path)
  expect(code).toBe(1)
  expect(printed[1]).toBe('4 rows: 2 added, 0 already there, 0 not a contact, 2 set aside')
  expect(printed.slice(2)).toEqual([
    expect.stringMatching(new RegExp(`^${path}:2 set aside: \\S`)),
    expect.stringMatching(new RegExp(`^${path}:3 set aside: .*occurredAt`)),
  ])
})

test('of very many such lines the first hundred are printed, and where the others are', async () => {
  const { printed } = await run('contacts', file('broken.jsonl', '{\n'.repeat(130)))
  expect(printed).toHaveLength(2 + 100 + 1)
  expect(printed.at(-1)).toMatch(/broken\.jsonl: 30 more lines in GET \/v1\/imports\/[0-9a-f]{32}$/)
})

test('a file that no channel reads says so, and is tried anew once one does', async () => {
  const path = file('alice.eml', mailOf('alice'))
  stack.fail.reading = true
  expect(await run('eml', path)).toMatchObject({
    code: 1,
    printed: expect.arrayContaining([expect.stringContaining(`${path} could not be read: no channel reads`)]),
  })
  stack.fail.reading = false
  expect(await run('eml', path)).toMatchObject({
    code: 0,
    printed: [expect.anything(), expect.stringContaining('1 added')],
  })
})

test('a CSV file is sent with its mapping', async () => {
  const mapping = file('mapping.json', '{"from.phone":"Caller"}')
  await run('csv', file('calls.csv', 'Caller\n+442079460123\n'), '--mapping', mapping)
  const [object = ''] = stack.uploads
  const id = object.split('/').at(-1) ?? ''
  expect(await stack.deps.imports.read(id)).toMatchObject({ kind: 'csv', mapping: { 'from.phone': 'Caller' } })
})

test.each([
  [['pst', 'x'], 2, /kind: .*mbox/],
  [['eml'], 2, /name at least one file/],
  [['eml', '/nowhere/at/all.eml'], 2, /all\.eml: there is no file/],
  [['eml', '.', '--source', 'Help Desk'], 2, /source: use 1 to 63/],
  [['eml', '.', '--fast'], 2, /--fast/],
  [['csv', '.'], 2, /--mapping/],
  [['csv', '.', '--mapping', '/nowhere.json'], 2, /nowhere\.json cannot be read/],
  [['eml', '.', '--url', 'localhost:4000'], 2, /url: write an address/],
])('%j ends with %i and says what to change', async (argv, code, message) => {
  const ended = await run(...argv)
  expect(ended.printed.join('\n')).toMatch(message)
  expect(ended.printed.at(-1)).toContain('--help')
  expect(ended.code).toBe(code)
})

test('a token of another role is refused with the role that is needed', async () => {
  const { code, printed } = await run('eml', file('alice.eml', mailOf('alice')), '--token', 'anna')
  expect(code).toBe(3)
  expect(printed).toEqual([expect.stringContaining('This needs one of the roles operator')])
})

test('without a stack it says how to start one', async () => {
  const { code, printed } = await run('eml', file('alice.eml', mailOf('alice')), '--url', 'http://127.0.0.1:9')
  expect(code).toBe(3)
  expect(printed).toEqual([expect.stringContaining('start the stack with npm start')])
})

test('--help names every kind and option', async () => {
  const { code, printed } = await run('--help')
  expect(code).toBe(0)
  for (const word of ['mbox', 'asterisk-cdr', '--source', '--mapping', '--again', '--url', '--token', 'exit code'])
    expect(printed.join()).toContain(word)
})
