import { expect, test } from 'vitest'
import * as z from 'zod'
import { JsonSchemas } from '../../functions/kit/http/json-schemas.ts'
import { nothing } from '../../functions/kit/http/route.ts'
import { makeStack } from './stack.ts'

const schema = z.record(z.string(), z.unknown())
const content = z.record(z.string().regex(/^[a-z]+\/[a-z+-]+$/), z.strictObject({ schema }))
const reference = z.strictObject({ $ref: z.string().startsWith('#/components/') })
const response = z.union([reference, z.strictObject({ description: z.string().min(1), content: content.optional() })])
const parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  description: z.string().optional(),
  schema,
})
const operation = z.strictObject({
  operationId: z.string().optional(),
  summary: z.string().min(1),
  description: z.string().optional(),
  'x-roles': z.array(z.string()).optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^(default|[1-5]\d\d)$/), response),
})
const pathItem = z.strictObject({
  parameters: z.array(parameter).optional(),
  get: operation.optional(),
  post: operation.optional(),
  put: operation.optional(),
})

const webhook = z.strictObject({
  post: operation.extend({
    parameters: z.array(parameter.extend({ in: z.literal('header') })),
    responses: z.strictObject({ '2XX': z.strictObject({ description: z.string() }) }),
  }),
})

/** The part of OpenAPI 3.1.1 (section 4) that the document uses; anything else in it is a mistake. */
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.1'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string().startsWith('/'), pathItem),
  webhooks: z.record(z.string().regex(/^[a-z]+\.[a-z]+$/), webhook),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^\w+$/), schema),
    responses: z.record(z.string(), response),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
  }),
})

const { routes, call } = makeStack()
const { body } = await call('GET', '/openapi.json', { groups: null })
const document = documentSchema.parse(body)

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  (['get', 'post', 'put'] as const).flatMap(method => {
    const found = item[method]
    return found ? [{ path, method, shared: item.parameters ?? [], ...found }] : []
  }),
)

test('every route is in it with its roles, its parameters and its answer', () => {
  for (const route of routes) {
    const found = operations.find(({ path, method }) => path === route.path && method === route.method.toLowerCase())
    expect(found, route.path).toMatchObject({
      summary: route.summary,
      responses: { [route.status]: expect.anything() },
    })
    expect(found?.['x-roles'], route.path).toEqual(route.roles === 'open' ? undefined : route.roles)
    expect(found?.requestBody === undefined, route.path).toBe(route.body === nothing)
    const names = found?.parameters?.map(({ name }) => name)
    expect(names, route.path).toEqual([...Object.keys(route.params.shape), ...Object.keys(route.query.shape)])
  }
})

test.each(['/webhooks/twilio/voice', '/webhooks/meta', '/webhooks/x', '/webhooks/contacts/{source}'])(
  'the door %s is described',
  path => {
    expect(document.paths[path]?.post?.security).toHaveLength(1)
  },
)

test('the parameters of a path are all described, as required ones', () => {
  for (const { path, parameters = [], shared } of operations) {
    const described = [...shared, ...parameters].filter(each => each.in === 'path')
    expect(described.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
    expect(described.every(({ required }) => required)).toBe(true)
  }
})

test('limits and what is not required say so', () => {
  const timeline = operations.find(({ path }) => path.endsWith('/timeline'))
  expect(timeline?.parameters).toContainEqual({
    name: 'limit',
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
  })
})

test('operations have names of their own', () => {
  const names = operations.flatMap(({ operationId }) => operationId ?? [])
  expect(new Set(names).size).toBe(routes.length)
})

test('every reference leads somewhere, and every named schema is used', () => {
  const text = JSON.stringify(document)
  const references = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind} ${name}`),
  )
  const named = [
    ...Object.keys(document.components.schemas).map(name => `schemas ${name}`),
    ...Object.keys(document.components.responses).map(name => `responses ${name}`),
  ]
  expect([...references].sort()).toEqual(named.sort())
  expect(text).not.toContain('$defs')
  const schemes = operations.flatMap(({ security }) => security.flatMap(each => Object.keys(each)))
  expect([...new Set(schemes)].sort()).toEqual(Object.keys(document.components.securitySchemes).sort())
})

test('two different schemas of one name are an error, not one that hides the other', () => {
  const schemas = new JsonSchemas()
  schemas.output(z.object({ a: z.string() }).meta({ id: 'Twice' }))
  expect(() => schemas.output(z.object({ b: z.string() }).meta({ id: 'Twice' }))).toThrow(/named Twice/)
})
