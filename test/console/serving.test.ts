import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../../console/serving/headers.ts'
import { consoleRoutes } from '../../local/host/console/console-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The console</title>')
writeFileSync(join(folder, 'assets', 'main-abc.js'), 'console.log(1)')
const signIn = { issuer: 'i', clientId: 'c', authorizationEndpoint: '/a', tokenEndpoint: '/t', logoutEndpoint: '/l' }
const config = { v: 1 as const, apiUrl: '', signIn }
const find = consoleRoutes({ folder, config, connect: ['ws://127.0.0.1:1'], taken: path => path.startsWith('/v1/') })

let url = ''
const server = createServer((request, response) => {
  const handler = find(request.method ?? '', request.url ?? '')
  if (handler) void handler(request, response)
  else response.writeHead(418).end()
})
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const browser = { accept: 'text/html,*/*' }
const get = (path: string, headers: Record<string, string> = browser) => fetch(`${url}${path}`, { headers })

describe('the console on one machine', () => {
  test.each(['/', '/queue/mine', '/conversations/abc?entry=1'])(
    '%s is its page, asked for anew each time',
    async path => {
      const answer = await get(path)
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(await answer.text()).toContain('The console')
    },
  )

  test('every file bears the headers of the list', async () => {
    for (const path of ['/', '/assets/main-abc.js', '/config.json']) {
      const { headers } = await get(path)
      for (const [name, value] of Object.entries(securityHeaders(['ws://127.0.0.1:1'])))
        expect(headers.get(name)).toBe(value)
    }
  })

  test('files with a hash in their name are kept for good, and come zipped to those who understand it', async () => {
    const { headers } = await get('/assets/main-abc.js')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect([headers.get('content-type'), headers.get('content-encoding')]).toEqual([
      'text/javascript; charset=utf-8',
      'gzip',
    ])
    expect(
      (await get('/assets/main-abc.js', { 'accept-encoding': 'identity' })).headers.get('content-encoding'),
    ).toBeNull()
  })

  test('its settings are what it was given', async () => {
    expect(await (await get('/config.json')).json()).toEqual(config)
  })

  test('a program that asks for a path that is not there is told so', async () => {
    const answer = await get('/nothing', { accept: '*/*' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  test.each(['/v1/nothing', '/assets/old-123.js', '/../package.json', '/assets/..%2f..%2fsecrets.json'])(
    '%s is not its business',
    async path => {
      expect((await get(path)).status).toBe(418)
    },
  )

  test('nothing is written to it', async () => {
    expect((await fetch(`${url}/`, { method: 'POST' })).status).toBe(418)
  })
})
