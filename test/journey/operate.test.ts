import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { setAsideListSchema } from '../../core/api/set-aside.ts'
import { root } from '../architecture/source-files.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

let stack: RunningStack
let folder = ''
beforeAll(async () => {
  stack = await runStack()
  folder = mkdtempSync(join(tmpdir(), 'throughline-files-'))
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const mailFrom = (name: string, n = 0): string =>
  `From: ${name}@example.com\nTo: support@localhost\nSubject: matter ${n}\nMessage-ID: <${name}-${n}@example.com>\nDate: Mon, 02 Mar 2026 09:0${n}:00 +0000\n\nwords of ${n}\n`

const timelineOf = async (identifier: string) => {
  const api = apiOf(stack)
  const [customer] = await api.customersOf(identifier)
  if (customer === undefined) throw new Error(`nobody is known as ${identifier}`)
  return api.timeline(customer.id)
}

/** `npm run import`, as an operator types it. */
function importFile(...parameters: string[]) {
  const env = { ...process.env, THROUGHLINE_DATA: stack.dataDir }
  return spawnSync(process.execPath, ['local/import.ts', ...parameters, '--url', stack.url], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
}

test('a signed body that makes no sense is 202, is set aside with a reason, and can be replayed', async () => {
  const api = apiOf(stack)
  expect(await sendersTo(stack).contacts({ of: 'no form' })).toBe(202)
  const item = await eventually(async () => {
    const { items } = await api.read('/v1/set-aside', setAsideListSchema, 'operator')
    expect(items).toHaveLength(1)
    return items[0]
  })
  expect(item).toMatchObject({ format: 'contacts', source: 'local', stage: 'parse', replays: 0 })
  expect((await api.call('POST', `/v1/set-aside/${item?.id}/replay`, 'operator')).status).toBeLessThan(300)
  await eventually(async () => {
    const { items } = await api.read('/v1/set-aside', setAsideListSchema, 'operator')
    expect(items).toMatchObject([{ id: item?.id, replays: 1 }])
  })
})

function storedObjects(): unknown {
  const index = new DatabaseSync(join(stack.dataDir, 'objects', 'objects.db'), { readOnly: true })
  try {
    return index.prepare('SELECT count(*) AS objects FROM objects').get()?.objects
  } finally {
    index.close()
  }
}

test('a body whose signature is wrong is 401 and stored nowhere', async () => {
  const before = storedObjects()
  for (const path of ['twilio/voice', 'meta', 'x', 'contacts/local']) {
    const response = await fetch(`${stack.url}/webhooks/${path}`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ status: 401 })
  }
  expect(storedObjects()).toBe(before)
})

test('an mbox is imported once, however often it is', { timeout: 120_000 }, async () => {
  const path = join(folder, 'archive.mbox')
  writeFileSync(
    path,
    [0, 1, 2].map(n => `From dana@example.com Mon Mar  2 09:00:00 2026\n${mailFrom('dana', n)}\n`).join(''),
  )
  const first = importFile('mbox', path)
  expect(first.stderr + first.stdout).toMatch(/3/)
  expect(first.status).toBe(0)
  expect(await timelineOf('email:dana@example.com')).toHaveLength(3)
  expect(importFile('mbox', path, '--again').status).toBe(0)
  expect(await timelineOf('email:dana@example.com')).toHaveLength(3)
})

test('a call log is imported; rows that cannot be read are named by line and reason', {
  timeout: 120_000,
}, async () => {
  const path = join(folder, 'Master.csv')
  const row = (n: number, duration: string) =>
    `"","+44207946004${n}","+442079460000","from-trunk","""Erin"" <+44207946004${n}>","SIP/trunk-1","SIP/201-1","Dial","SIP/201","2026-03-02 09:0${n}:00","2026-03-02 09:0${n}:05","2026-03-02 09:0${n}:45","${duration}","40","ANSWERED","DOCUMENTATION","1772442000.${n}",""`
  writeFileSync(path, `${[row(1, '45'), row(2, '45'), 'not,a,call'].join('\n')}\n`)
  const { status, stdout, stderr } = importFile('asterisk-cdr', path)
  expect({ status, stdout, stderr }).toMatchObject({ status: 1 })
  expect(stdout + stderr).toMatch(/\b3\b/)
  expect(await timelineOf('phone:+442079460041')).toMatchObject([{ kind: 'call', call: { answered: true } }])
})

test('roles are enforced in the API', async () => {
  const api = apiOf(stack)
  expect((await api.call('GET', '/v1/set-aside', 'agent')).status).toBe(403)
  expect((await api.call('PUT', '/v1/sources/x', 'marketing', {})).status).toBe(403)
  expect((await fetch(`${stack.url}/v1/customers?identifier=email:dana@example.com`)).status).toBe(401)
  const forged = `${stack.token('operator').slice(0, -8)}AAAAAAAA`
  const response = await fetch(`${stack.url}/v1/sources`, { headers: { authorization: `Bearer ${forged}` } })
  expect(response.status).toBe(401)
})

test('a mailbox that was just configured takes mail', async () => {
  const api = apiOf(stack)
  const body = {
    ...{ kind: 'mail', brand: 'acme', department: 'sales', defaultRegion: 'DE', timeZone: 'Europe/Berlin' },
    ownIdentifiers: [{ type: 'email', value: 'sales@example.org' }],
  }
  const put = await api.call('PUT', '/v1/sources/sales', 'operator', body)
  expect(put.status).toBeLessThan(300)
  await eventually(() =>
    sendersTo(stack).mail(mailFrom('frida').replace('support@localhost', 'sales@example.org'), 'sales@example.org'),
  )
  await eventually(async () =>
    expect(await timelineOf('email:frida@example.com')).toMatchObject([{ brand: 'acme', source: 'sales' }]),
  )
  await expect(sendersTo(stack).mail(mailFrom('gina'), 'nobody@example.org')).rejects.toThrow(/no such mailbox/)
})

test('a clean stop and a start keep everything', { timeout: 60_000 }, async () => {
  const before = await timelineOf('email:dana@example.com')
  await stack.end()
  await stack.restart()
  expect(await timelineOf('email:dana@example.com')).toEqual(before)
})

test('the API describes itself, and says how its tokens are verified', async () => {
  const openapi = z.object({ openapi: z.string().startsWith('3.1.'), paths: z.record(z.string(), z.unknown()) })
  const { paths } = openapi.parse(await (await fetch(`${stack.url}/openapi.json`)).json())
  expect(Object.keys(paths)).toContain('/v1/customers/{id}/timeline')
  expect(await (await fetch(`${stack.url}/.well-known/jwks.json`)).json()).toMatchObject({ keys: [{ kty: 'RSA' }] })
})

test('no log line holds a name, an address, a number or what was said', () => {
  const logs = join(stack.dataDir, 'logs')
  const text = readdirSync(logs)
    .map(name => readFileSync(join(logs, name), 'utf8'))
    .join('\n')
  expect(text.length).toBeGreaterThan(100)
  for (const personal of ['dana', 'frida', 'erin', 'words of', 'matter 1', '2079460041', 'no form']) {
    expect(text.toLowerCase()).not.toContain(personal)
  }
})
