import { request } from 'node:http'
import { expect, test } from 'vitest'
import { fixtureApp } from '../fixture-app.ts'
import { fixtureFunction, routes } from './bundles.ts'
import { localHost } from './local-host.ts'

const echo = fixtureFunction('export const handler = async event => event')
const echoApp = () => fixtureApp({ echo }, routes('echo', 'ANY /any/{proxy+}', 'GET /one/{id}', 'JWT ANY /v1/{proxy+}'))

test('a request reaches the function as an HTTP API hands it over', async () => {
  const { url } = await localHost(echoApp())
  const headers = { 'X-Mixed-Case': 'a', cookie: 'a=1; b=2', 'content-type': 'application/json', 'user-agent': 'bob/1' }
  const answer = await fetch(`${url}/any/a%20b/c?x=1&x=2&y=%2B44`, { method: 'POST', headers, body: '{"é":1}' })
  expect(await answer.json()).toMatchObject({
    version: '2.0',
    routeKey: 'ANY /any/{proxy+}',
    rawPath: '/any/a b/c',
    rawQueryString: 'x=1&x=2&y=%2B44',
    queryStringParameters: { x: '1,2', y: '+44' },
    cookies: ['a=1', 'b=2'],
    headers: { 'x-mixed-case': 'a', 'content-type': 'application/json', 'x-forwarded-proto': 'http' },
    pathParameters: { proxy: 'a b/c' },
    body: '{"é":1}',
    isBase64Encoded: false,
    requestContext: {
      routeKey: 'ANY /any/{proxy+}',
      stage: '$default',
      http: { method: 'POST', path: '/any/a b/c', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bob/1' },
    },
  })
})

test('what is not there is left out', async () => {
  const { url } = await localHost(echoApp())
  const event = await (await fetch(`${url}/one/7`)).json()
  expect(event).toMatchObject({ rawQueryString: '', pathParameters: { id: '7' }, isBase64Encoded: false })
  for (const absent of ['body', 'cookies', 'queryStringParameters']) expect(event).not.toHaveProperty(absent)
})

test.each([
  ['application/json; charset=utf-8', false],
  ['text/xml', false],
  ['application/x-www-form-urlencoded', true],
  ['application/octet-stream', true],
  ['', true],
])('a body of type %j is in base64: %s', async (type, encoded) => {
  const { url } = await localHost(echoApp())
  const bytes = Buffer.from('a=1&b=ü')
  const answer = await fetch(`${url}/any/x`, {
    method: 'POST',
    headers: type === '' ? {} : { 'content-type': type },
    body: bytes,
  })
  const event = await answer.json()
  expect(event).toMatchObject({ isBase64Encoded: encoded, body: bytes.toString(encoded ? 'base64' : 'utf8') })
})

test('a signed-in route wants a token that is good, and hands its claims on as text', async () => {
  const claims = { sub: 'alice', 'cognito:groups': ['agent', 'social'], exp: 1_700_000_000, email_verified: true }
  const verifyToken = async (token: string) => (token === 'good' ? claims : undefined)
  const { url } = await localHost(echoApp(), { verifyToken })
  const ask = (authorization?: string) => fetch(`${url}/v1/me`, authorization ? { headers: { authorization } } : {})
  for (const refused of [await ask(), await ask('Bearer bad')]) {
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 401, message: 'Unauthorized' })
  }
  expect(await (await ask('Bearer good')).json()).toMatchObject({
    requestContext: {
      authorizer: {
        jwt: {
          claims: { sub: 'alice', 'cognito:groups': '[agent social]', exp: '1700000000', email_verified: 'true' },
          scopes: null,
        },
      },
    },
  })
})

test('no route is 404, and a body above 10 MB is 413', async () => {
  const { url } = await localHost(echoApp())
  expect((await fetch(`${url}/other`)).status).toBe(404)
  expect((await fetch(`${url}/one/7`, { method: 'POST' })).status).toBe(404)
  expect((await fetch(`${url}/any/x`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) })).status).toBe(413)
})

const answering = (answer: string, more = {}) =>
  fixtureApp(
    { answer: fixtureFunction(`export const handler = async event => ${answer}`, more) },
    routes('answer', '$default'),
  )

test('an answer has its status, headers, cookies and bytes', async () => {
  const answer = `({ statusCode: 201, headers: { 'X-One': 1 }, cookies: ['a=1', 'b=2'], body: 'AAEC', isBase64Encoded: true })`
  const { url } = await localHost(answering(answer))
  const response = await fetch(url)
  expect(response.status).toBe(201)
  expect(response.headers.get('x-one')).toBe('1')
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 1, 2])
})

test('an answer without a status is the JSON of a 200', async () => {
  const { url } = await localHost(answering('({ hello: undefined, since: new Date(0) })'))
  const response = await fetch(url)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await response.json()).toEqual({ since: '1970-01-01T00:00:00.000Z' })
})

test('a function that throws is 500, and neither answer nor report says what was in the event', async () => {
  const throwing = "{ throw new TypeError('cannot read ' + event.rawPath) }"
  const { url, lines } = await localHost(answering(throwing))
  const response = await fetch(`${url}/secret-number`)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret-number')
  expect(lines).toEqual([expect.stringMatching(/^\$default: answer threw TypeError at .*index\.mjs/)])
})

test('an answer in no form of an HTTP API is 500', async () => {
  const { url } = await localHost(answering(`({ statusCode: 'fine' })`))
  expect((await fetch(url)).status).toBe(500)
})

test('a function that does not answer in time is 503, and the next request finds a new instance', async () => {
  const code = `let answered = 0; export const handler = async event => event.rawPath === '/hang' ? new Promise(() => setInterval(() => 0, 1000)) : { answered: answered++ }`
  const hanging = fixtureApp({ answer: fixtureFunction(code, { timeout: 1 }) }, routes('answer', '$default'))
  const { url, lines } = await localHost(hanging, { concurrency: { answer: 1 } })
  expect(await (await fetch(url)).json()).toEqual({ answered: 0 })
  expect(await (await fetch(url)).json()).toEqual({ answered: 1 })
  expect((await fetch(`${url}/hang`)).status).toBe(503)
  expect(lines).toEqual(['$default: answer did not answer within 1 s'])
  expect(await (await fetch(url)).json()).toEqual({ answered: 0 })
})

test('a path that the caller serves itself does not reach the functions', async () => {
  const extraRoute = (method: string, path: string) =>
    method === 'GET' && path === '/any/own'
      ? async (_: unknown, response: { end: (text: string) => void }) => response.end('own')
      : undefined
  const { url } = await localHost(echoApp(), { extraRoute })
  expect(await (await fetch(`${url}/any/own`)).text()).toBe('own')
  expect((await fetch(`${url}/any/own`, { method: 'PUT' })).headers.get('content-type')).toBe('application/json')
})

test('it listens on loopback only, and a taken port is named with the setting', async () => {
  const { url } = await localHost(echoApp())
  const { startHttpFront } = await import('../../../local/host/http/http-front.ts')
  const port = Number(new URL(url).port)
  const settings = {
    port,
    routes: [],
    poolOf: never,
    verifyToken: async () => undefined,
    extraRoute: () => undefined,
    report: never,
  }
  await expect(startHttpFront(settings)).rejects.toThrow(`Port ${port} cannot be used`)
  const elsewhere = request({ host: '127.0.0.2', port })
  await expect(
    new Promise((resolve, reject) => elsewhere.on('response', resolve).on('error', reject).end()),
  ).rejects.toThrow('ECONNREFUSED')
})

const never = (): never => {
  throw new Error('not to be called')
}
