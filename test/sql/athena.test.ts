import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { AthenaClient } from '@aws-sdk/client-athena'
import { describe, expect, onTestFinished, test } from 'vitest'
import { athenaEngine } from '../../adapters/athena/query-engine.ts'
import { queryStore } from '../../adapters/dynamodb/query-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { QueryEngine, QueryState } from '../../core/archive/query.ts'
import { handleAthena } from '../../local/proxy/athena.ts'
import { Callers } from '../../local/proxy/callers.ts'
import { LocalAthena } from '../../local/sql/local-athena.ts'
import { makeStack } from '../api/stack.ts'
import { tempDir } from '../local/temp-dir.ts'
import { documentedAthena } from './documented-athena.ts'

/** Whoever answers as Athena on a port, and the engine that asks there. */
async function engineOn(answer: (target: string, body: Buffer) => unknown | Promise<unknown>): Promise<QueryEngine> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const given = await answer(`${request.headers['x-amz-target']}`, body)
    const status = typeof given === 'object' && given !== null && '__type' in given ? 400 : 200
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(given))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'none' }
  return athenaEngine(new AthenaClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 }), 'group', 'db')
}

/** The local stack's stand-in, on a port. */
async function localEngine(settings: { longest?: number } = {}, allowed = true): Promise<QueryEngine> {
  const source = { bucketsWith: () => [], list: () => [], bytes: () => new Uint8Array() }
  const athena = new LocalAthena({ source, folder: tempDir(), now: Date.now, ...settings })
  onTestFinished(() => athena.close())
  const callers = new Callers(() => undefined)
  const caller = { name: 'serve-reports', secretAccessKey: '', statements: allowed ? ('everything' as const) : [] }
  return engineOn(
    (target, body) =>
      new Promise(resolve => {
        const taken = { writeHead: () => ({ end: (text: string) => resolve(JSON.parse(text)) }) }
        const response = new Proxy(Object.create(null), { get: (_, name) => Reflect.get(taken, name) })
        handleAthena({ callers, athena }, caller, target, body, response)
      }),
  )
}

const numbers = 'SELECT n, CAST(NULL AS varchar) AS nothing FROM range(5) r(n) ORDER BY n'
const token = '1772355605000-0123456789abcdef'

async function begin(engine: QueryEngine, sql: string, asked = token): Promise<string> {
  const started = await engine.start(sql, asked)
  if ('refusal' in started) throw new Error(started.refusal)
  return started.execution
}

async function settled(engine: QueryEngine, execution: string): Promise<QueryState> {
  for (;;) {
    const state = await engine.state(execution)
    if (state.state !== 'running') return state
    await pause(10)
  }
}

describe.each([
  ['as AWS documents it', () => engineOn(documentedAthena())],
  ['on one machine', localEngine],
])('Athena %s', (_, make) => {
  test('a query runs, and its answer is read in pages without the line of names', async () => {
    const engine = await make()
    const execution = await begin(engine, numbers)
    expect(await settled(engine, execution)).toMatchObject({ state: 'done' })
    const first = await engine.rows(execution, 2)
    expect(first).toMatchObject({
      columns: [{ name: 'n' }, { name: 'nothing' }],
      rows: [
        ['0', null],
        ['1', null],
      ],
    })
    const second = await engine.rows(execution, 2, first.next)
    const third = await engine.rows(execution, 2, second.next)
    expect([...second.rows, ...third.rows].map(([n]) => n)).toEqual(['2', '3', '4'])
    expect(third.next).toBeUndefined()
  })

  test('a query that fails says why', async () => {
    const engine = await make()
    const state = await settled(engine, await begin(engine, 'SELECT nowhere FROM range(1) r(n)'))
    expect(state).toMatchObject({ state: 'failed', reason: expect.stringContaining('nowhere') })
  })

  test('one that is stopped is cancelled, and stays so', async () => {
    const engine = await make()
    const execution = await begin(engine, 'SELECT sum(a.n * b.n) FROM range(100000) a(n), range(100000) b(n)')
    await engine.stop(execution)
    expect(await settled(engine, execution)).toMatchObject({ state: 'cancelled' })
    await engine.stop(execution)
    expect(await engine.state(execution)).toMatchObject({ state: 'cancelled' })
  })
})

test('what is no SQL is refused in words, at once or when it runs', async () => {
  expect(await (await engineOn(documentedAthena())).start('SELECT 1 FORM x', token)).toMatchObject({
    refusal: expect.any(String),
  })
  const engine = await localEngine()
  expect(await settled(engine, await begin(engine, 'SELECT 1 FORM x'))).toMatchObject({ state: 'failed' })
})

test('on one machine: the same token is the same query, time ends one, and who may not ask is refused', async () => {
  const engine = await localEngine({ longest: 50 })
  const endless = 'SELECT sum(a.n * b.n) FROM range(1000000) a(n), range(1000000) b(n)'
  const execution = await begin(engine, endless)
  expect(await begin(engine, endless)).toBe(execution)
  expect(await settled(engine, execution)).toMatchObject({ state: 'failed', reason: expect.stringContaining('time') })
  const stranger = await localEngine({}, false)
  await expect(stranger.start(numbers, token)).rejects.toThrow(/athena:StartQueryExecution/)
})

test('through the API: asked, read in pages, seen by its own asker only, noted for operators', async () => {
  const engine = await localEngine()
  const stack = makeStack({ queries: { store: queryStore(memoryTable()), engine } })
  const { call } = stack
  const groups = ['marketing']
  expect(await call('POST', '/v1/queries', { groups, body: { sql: 'DROP TABLE x' } })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'body.sql' }] },
  })
  const sql = 'SELECT n FROM range(12) r(n) ORDER BY n'
  const started = await stack.call('POST', '/v1/queries', { groups, body: { sql } })
  expect(started).toMatchObject({ status: 201, body: { state: 'running', masked: true, sql } })
  const path = `/v1/queries/${started.body.id}`
  const read = async (query: string) => {
    for (;;) {
      const { body } = await stack.call('GET', `${path}?${query}`, { groups })
      if (body.state !== 'running') return body
      await pause(10)
    }
  }
  const first = await read('limit=5')
  expect(first).toMatchObject({ state: 'done', rows: [['0'], ['1'], ['2'], ['3'], ['4']], cursor: expect.any(String) })
  expect(await read(`limit=999&cursor=${first.cursor}`)).toMatchObject({ rows: expect.objectContaining({ length: 7 }) })
  const listed = await stack.call('GET', '/v1/queries', { groups: ['operator'] })
  expect(listed.body).toMatchObject({ items: [{ sql, by: 'anna', masked: true }] })
})
