import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemSchema } from '../../core/api/problem.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { type Call, makeStack, operator } from './stack.ts'

const { call, routes, handler } = makeStack()

const put = (more: Call) => call('PUT', '/v1/sources/support', { groups: operator, ...more })

test.each<[string, number, () => ReturnType<typeof call>]>([
  ['a path of no route', 404, () => call('GET', '/v1/nothing')],
  ['a slash at the end', 404, () => call('GET', '/v1/customers/')],
  ['a path that cannot be decoded', 404, () => call('GET', '/v1/customers/%E0%A4%A')],
  ['another method', 405, () => call('DELETE', '/v1/sources/support', { groups: operator })],
  ['no token', 401, () => call('GET', '/v1/customers', { groups: null })],
  ['another role', 403, () => call('GET', '/v1/sources')],
  ['no JSON', 400, () => put({ raw: '{' })],
  ['no body', 415, () => put({})],
  ['a form', 415, () => put({ raw: 'kind=mail', headers: { 'content-type': 'application/x-www-form-urlencoded' } })],
  ['more than 1 MB', 413, () => put({ body: { brand: 'x'.repeat(1_048_576) } })],
  ['more than 1 MB in base64', 413, () => put({ raw: Buffer.alloc(1_048_577, 32).toString('base64'), base64: true })],
  ['missing fields', 422, () => put({ body: {} })],
  ['a body that is no object', 422, () => put({ body: [] })],
])('%s is a problem of RFC 9457 with status %i', async (_what, status, ask) => {
  const answer = await ask()
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(problemSchema.strict().parse(answer.body)).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:throughline:problem:[a-z-]+$/),
  })
})

test('a refused method names those that the path takes', async () => {
  expect((await call('POST', '/v1/sources/support', { groups: operator })).headers).toMatchObject({ allow: 'GET, PUT' })
})

test('each field that is wrong is named, without the value that was sent', async () => {
  const { body } = await put({ body: { kind: 'secret fax', brand: '', department: 'service', ownIdentifiers: [{}] } })
  expect(body).toMatchObject({ title: 'Some fields are missing or wrong' })
  const fields = problemSchema.parse(body).errors?.map(({ field }) => field)
  expect(fields).toEqual([
    'body.kind',
    'body.brand',
    'body.defaultRegion',
    'body.timeZone',
    'body.ownIdentifiers.0.type',
    'body.ownIdentifiers.0.value',
  ])
  expect(JSON.stringify(body)).not.toContain('secret')
})

test('a body in base64 is read', async () => {
  const raw = Buffer.from('{"kind":"mail"}').toString('base64')
  expect(
    (await put({ raw, base64: true, headers: { 'content-type': 'application/merge+json; charset=utf-8' } })).status,
  ).toBe(422)
})

test('a race that did not end asks to try again', async () => {
  const fails = makeStack({ identity: () => Promise.reject(new RetryLater('others interfered')) })
  expect(await fails.call('GET', '/v1/customers/a')).toMatchObject({ status: 503, headers: { 'retry-after': '1' } })
})

test('a failure is 500 and tells nothing of its cause', async () => {
  const fails = makeStack({ identity: () => Promise.reject(new Error('alice@example.com broke it')) })
  const answer = await fails.call('GET', '/v1/customers/a')
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer)).not.toContain('alice')
})

test('an event that is none is 500, not a crash', async () => {
  expect(await handler({})).toMatchObject({ statusCode: 500 })
})

test('no answer may be cached, framed or guessed at', async () => {
  for (const answer of [await call('GET', '/healthz'), await call('GET', '/v1/nothing')]) {
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  }
})

const groups = ['agent', 'operator', 'admin']

test('nothing in a query, a path or a body makes it fail', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.dictionary(
        fc.constantFrom('limit', 'cursor', 'since', 'until', 'channel', 'identifier', 'q'),
        fc.string({ unit: 'binary' }),
      ),
      fc.oneof(fc.json(), fc.string()),
      async ({ method, path }, id, query, raw) => {
        const target = `${path.replace('{id}', encodeURIComponent(id))}?${new URLSearchParams(query)}`
        const { status } = await call(method, target, { groups, ...(method === 'GET' ? {} : { raw }) })
        expect(status).toBeLessThan(500)
      },
    ),
    { numRuns: 1500 },
  ))

const json = fc.jsonValue({ maxDepth: 3 })
const field = fc.constantFrom(
  'identifiers',
  'reason',
  'with',
  'kind',
  'source',
  'mapping',
  'id',
  'brand',
  'ownIdentifiers',
  '__proto__',
)
const plausible = fc.oneof(
  json,
  fc.constantFrom('mbox', 'csv', 'mail', 'why', 'email:alice@example.com', '020 7946 0123'),
  fc.array(fc.oneof(json, fc.constantFrom('email:alice@example.com', 'x:1', 'phone:+442079460123')), { maxLength: 3 }),
)

test('no body of the right fields with other values makes it fail', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes.filter(({ method }) => method !== 'GET')),
      fc.dictionary(field, plausible),
      async ({ method, path }, body) => {
        const { status } = await call(method, path.replace('{id}', 'support'), { groups, body })
        expect(status).toBeLessThan(500)
      },
    ),
    { numRuns: 1500 },
  ))

test('a body nested a hundred thousand deep is refused, not a crash', async () => {
  const raw = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect((await put({ raw })).status).toBe(422)
  expect((await put({ raw: `{"ownIdentifiers":${raw}}` })).status).toBe(422)
})
