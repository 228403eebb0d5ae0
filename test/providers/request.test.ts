import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { callWithin } from '../../adapters/providers/http/request.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ends.push(async () => {
    server.closeAllConnections()
    await server[Symbol.asyncDispose]()
  })
  return `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}/`
}

const get = (url: string, more = {}) => callWithin(more)({ method: 'GET', url, headers: {} })

describe('a request to a provider', () => {
  test('gives status, headers and JSON', async () => {
    const url = await serve((_request, response) => response.writeHead(201, { 'x-limit': '3' }).end('{"id":1}'))
    const answer = await get(url)
    expect(answer).toMatchObject({ reached: 'answered', status: 201, body: { id: 1 } })
    expect(answer.reached === 'answered' && answer.headers.get('x-limit')).toBe('3')
  })

  test('what is no JSON, and what is too long, is an answer without a body', async () => {
    const page = await serve((_request, response) => response.writeHead(502).end('<html>Bad Gateway'))
    expect(await get(page)).toMatchObject({ reached: 'answered', status: 502, body: undefined })
    const long = await serve((_request, response) => response.end(`"${'a'.repeat(3_000_000)}"`))
    expect(await get(long)).toMatchObject({ reached: 'answered', status: 200, body: undefined })
  })

  test('a redirect is not followed', async () => {
    const asked: string[] = []
    const url = await serve((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(307, { location: '/elsewhere' }).end()
    })
    expect(await get(url)).toMatchObject({ reached: 'answered', status: 307 })
    expect(asked).toEqual(['/'])
  })

  test.each([
    ['no such host', 'http://nowhere.invalid/'],
    ['nobody listens', 'http://127.0.0.1:9/'],
  ])('%s: it was never sent', async (_why, url) => {
    const unused = await serve(() => undefined)
    await ends.pop()?.()
    expect(await get(url.includes(':9/') ? unused : url)).toEqual({ reached: 'never' })
  })

  test('a host that speaks no TLS: it was never sent', async () => {
    const url = await serve((_request, response) => response.end())
    expect(await get(url.replace('http:', 'https:'))).toEqual({ reached: 'never' })
  })

  test.each<[string, RequestListener]>([
    ['nobody answers', () => undefined],
    ['the connection is reset', (_request, response) => response.socket?.resetAndDestroy()],
    ['the answer breaks off', (_request, response) => void response.writeHead(200, { 'content-length': 99 }).end('{')],
  ])('%s: it may have been taken', async (_why, listener) => {
    expect(await get(await serve(listener), { timeoutMs: 300 })).toEqual({ reached: 'perhaps' })
  })

  test('once the time of a whole send is over, nothing more is sent', async () => {
    const asked: string[] = []
    const url = await serve(request => asked.push(request.url ?? ''))
    const call = callWithin({ totalMs: 300 })
    expect(await call({ method: 'GET', url, headers: {} })).toEqual({ reached: 'perhaps' })
    const before = asked.length
    expect(await call({ method: 'GET', url, headers: {} })).toEqual({ reached: 'never' })
    expect(asked).toHaveLength(before)
  })

  test('every request has a connection of its own', async () => {
    const ports = new Set<number | undefined>()
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end('{}')
    })
    const call = callWithin({})
    for (const path of ['a', 'b', 'c']) await call({ method: 'POST', url: url + path, headers: {}, body: '{}' })
    expect(ports.size).toBe(3)
  })
})
